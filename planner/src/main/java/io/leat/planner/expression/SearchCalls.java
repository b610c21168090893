package io.leat.planner.expression;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexUnknownAs;
import org.apache.calcite.util.Sarg;

/** SEARCH, Calcite's form of sets of points and ranges: points become IN, ranges become comparisons. */
final class SearchCalls {

    private SearchCalls() {}

    static Expression translate(RexCall call, Expression operand, TranslationContext context) {
        RexLiteral set = (RexLiteral) call.getOperands().get(1);
        Sarg<?> sarg = set.getValueAs(Sarg.class);
        RelDataType type = set.getType();
        return withNulls(sarg.nullAs, operand, members(sarg, operand, type, context));
    }

    private static <C extends Comparable<C>> Expression members(
            Sarg<C> sarg, Expression operand, RelDataType type, TranslationContext context) {
        if (sarg.isAll() || sarg.isNone()) {
            Expression known = Calls.test(sarg.isAll() ? Operation.IS_NOT_NULL : Operation.IS_NULL, operand);
            return sarg.nullAs == RexUnknownAs.UNKNOWN
                    ? orUnknown(known, operand, sarg.isAll())
                    : constant(sarg.isAll());
        }
        if (sarg.isComplementedPoints()) {
            Expression inside = points(complement(sarg), operand, type, context);
            return Calls.condition(Operation.NOT, inside);
        }
        List<Expression> parts = new ArrayList<>();
        if (sarg.pointCount > 0) {
            parts.add(points(sarg, operand, type, context));
        }
        for (Range<C> range : sarg.rangeSet.asRanges()) {
            if (!isPoint(range)) {
                parts.add(range(range, operand, type, context));
            }
        }
        return combine(Operation.OR, parts);
    }

    @SuppressWarnings("unchecked")
    private static <C extends Comparable<C>> Sarg<C> complement(Sarg<C> sarg) {
        return sarg.negate();
    }

    /** Everything or nothing, but NULL for NULL. */
    private static Expression orUnknown(Expression known, Expression operand, boolean all) {
        DataType type = DataType.BOOLEAN.withNullable(operand.type().nullable());
        Expression isKnown = Calls.test(Operation.IS_NOT_NULL, operand);
        return new Call(Operation.CASE, List.of(isKnown, constant(all), new Literal(null, DataType.BOOLEAN)), type);
    }

    private static Literal constant(boolean value) {
        return new Literal(value, DataType.BOOLEAN.withNullable(false));
    }

    private static <C extends Comparable<C>> boolean isPoint(Range<C> range) {
        return range.hasLowerBound()
                && range.hasUpperBound()
                && range.lowerEndpoint().compareTo(range.upperEndpoint()) == 0;
    }

    private static <C extends Comparable<C>> Expression points(
            Sarg<C> sarg, Expression operand, RelDataType type, TranslationContext context) {
        List<Expression> operands = new ArrayList<>();
        for (Range<C> range : sarg.rangeSet.asRanges()) {
            if (isPoint(range)) {
                List<Expression> pair =
                        ComparisonCalls.comparable(operand, Literals.of(range.lowerEndpoint(), type), context);
                if (!(pair.get(1) instanceof Literal)) {
                    return pointsOneByOne(sarg, operand, type, context);
                }
                if (operands.isEmpty()) {
                    operands.add(pair.get(0));
                }
                operands.add(pair.get(1));
            }
        }
        return operands.size() == 2
                ? Calls.condition(Operation.EQUALS, operands.get(0), operands.get(1))
                : Calls.condition(Operation.IN, operands.toArray(Expression[]::new));
    }

    private static <C extends Comparable<C>> Expression pointsOneByOne(
            Sarg<C> sarg, Expression operand, RelDataType type, TranslationContext context) {
        List<Expression> parts = new ArrayList<>();
        for (Range<C> range : sarg.rangeSet.asRanges()) {
            if (isPoint(range)) {
                parts.add(bound(Operation.EQUALS, operand, range.lowerEndpoint(), type, context));
            }
        }
        return combine(Operation.OR, parts);
    }

    private static <C extends Comparable<C>> Expression range(
            Range<C> range, Expression operand, RelDataType type, TranslationContext context) {
        List<Expression> bounds = new ArrayList<>();
        if (range.hasLowerBound()) {
            boolean open = range.lowerBoundType() == BoundType.OPEN;
            Operation operation = open ? Operation.GREATER : Operation.GREATER_OR_EQUAL;
            bounds.add(bound(operation, operand, range.lowerEndpoint(), type, context));
        }
        if (range.hasUpperBound()) {
            boolean open = range.upperBoundType() == BoundType.OPEN;
            Operation operation = open ? Operation.LESS : Operation.LESS_OR_EQUAL;
            bounds.add(bound(operation, operand, range.upperEndpoint(), type, context));
        }
        return combine(Operation.AND, bounds);
    }

    private static Expression bound(
            Operation operation, Expression operand, Object end, RelDataType type, TranslationContext context) {
        List<Expression> pair = ComparisonCalls.comparable(operand, Literals.of(end, type), context);
        return Calls.condition(operation, pair.get(0), pair.get(1));
    }

    private static Expression combine(Operation operation, List<Expression> parts) {
        return parts.size() == 1 ? parts.get(0) : Calls.condition(operation, parts.toArray(Expression[]::new));
    }

    private static Expression withNulls(RexUnknownAs nullAs, Expression operand, Expression members) {
        return switch (nullAs) {
            case UNKNOWN -> members;
            case TRUE -> Calls.condition(Operation.OR, Calls.test(Operation.IS_NULL, operand), members);
            case FALSE -> Calls.condition(Operation.AND, Calls.test(Operation.IS_NOT_NULL, operand), members);
        };
    }
}
