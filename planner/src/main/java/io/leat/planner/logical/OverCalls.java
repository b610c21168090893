package io.leat.planner.logical;

import io.leat.core.error.LeatException;
import io.leat.core.plan.Frame;
import io.leat.core.plan.OverCall;
import io.leat.core.plan.OverFunction;
import io.leat.core.plan.Sort;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind.Layout;
import io.leat.planner.type.CalciteTypes;
import io.leat.planner.validate.Places;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.rex.RexWindowBound;
import org.apache.calcite.rex.RexWindowExclusion;
import org.apache.calcite.sql.SqlKind;

/** Single functions with OVER, and their frames. */
final class OverCalls {
    private static final String FUNCTIONS =
            "With OVER there are ROW_NUMBER, RANK, DENSE_RANK, LAG, LEAD, FIRST_VALUE, LAST_VALUE, COUNT, SUM, AVG, MIN"
                    + " and MAX.";
    private static final String FRAME = "Write the number of rows or the interval as a literal.";

    private static final long MILLIS_PER_DAY = 86_400_000;

    private OverCalls() {}

    /** The operands that are computed for each row: of LAG and LEAD not the distance. */
    static List<RexNode> arguments(RexOver over) {
        List<RexNode> operands = over.getOperands();
        boolean shift = isShift(over) && operands.size() > 1;
        return !shift
                ? operands
                : operands.size() == 2 ? operands.subList(0, 1) : List.of(operands.get(0), operands.get(2));
    }

    private static boolean isShift(RexOver over) {
        SqlKind kind = over.getAggOperator().getKind();
        return kind == SqlKind.LAG || kind == SqlKind.LEAD;
    }

    /**
     * A function.
     *
     * @param arguments where its arguments are
     * @param orderType the type of the order's column, if it has just one
     */
    static OverCall translate(
            RexOver over, List<Integer> arguments, List<Sort.Key> order, Optional<DataType> orderType) {
        try {
            refuseVariants(over);
            OverFunction function = function(over);
            DataType type = CalciteTypes.toDataType(over.getType());
            boolean counts =
                    function.isRanking() || function == OverFunction.COUNT || function == OverFunction.SUM_OR_ZERO;
            return new OverCall(
                    function,
                    function.isRanking() ? List.of() : arguments,
                    frame(over, function, order, orderType),
                    counts ? type : type.withNullable(true));
        } catch (LeatException e) {
            throw e.at(Places.of(over.getParserPosition()));
        }
    }

    private static void refuseVariants(RexOver over) {
        String name = over.getAggOperator().getName();
        if (over.isDistinct()
                && over.getAggOperator().getKind() != SqlKind.MIN
                && over.getAggOperator().getKind() != SqlKind.MAX) {
            throw LeatException.unsupported(
                    name + "(DISTINCT ...) with OVER", "Aggregate with GROUP BY, and join the result back.");
        }
        if (over.ignoreNulls()) {
            throw LeatException.unsupported(
                    "IGNORE NULLS", "Filter rows with NULL out in a sub-query, and apply " + name + " to the rest.");
        }
        if (over.getWindow().getExclude() != RexWindowExclusion.EXCLUDE_NO_OTHER) {
            throw LeatException.unsupported(
                    "EXCLUDE in a frame", "Subtract the row's own value from the aggregate over the whole frame.");
        }
    }

    private static OverFunction function(RexOver over) {
        return switch (over.getAggOperator().getKind()) {
            case ROW_NUMBER -> OverFunction.ROW_NUMBER;
            case RANK -> OverFunction.RANK;
            case DENSE_RANK -> OverFunction.DENSE_RANK;
            case LAG, LEAD -> OverFunction.SHIFTED;
            case FIRST_VALUE -> OverFunction.FIRST_VALUE;
            case LAST_VALUE -> OverFunction.LAST_VALUE;
            case COUNT -> OverFunction.COUNT;
            case SUM -> OverFunction.SUM;
            case SUM0 -> OverFunction.SUM_OR_ZERO;
            case AVG -> OverFunction.AVG;
            case MIN -> OverFunction.MIN;
            case MAX -> OverFunction.MAX;
            default -> throw LeatException.unsupported(over.getAggOperator().getName() + " with OVER", FUNCTIONS);
        };
    }

    private static Frame frame(
            RexOver over, OverFunction function, List<Sort.Key> order, Optional<DataType> orderType) {
        if (function.isRanking()) {
            return Frame.WHOLE;
        }
        if (isShift(over)) {
            long distance = over.getOperands().size() > 1
                    ? literal(over.getOperands().get(1)).longValueExact()
                    : 1;
            long shift = over.getAggOperator().getKind() == SqlKind.LAG ? -distance : distance;
            return new Frame(true, shift, shift);
        }
        RexWindow window = over.getWindow();
        if (!window.isRows() && order.isEmpty()) {
            return Frame.WHOLE;
        }
        return new Frame(
                window.isRows(),
                bound(window, window.getLowerBound(), orderType),
                bound(window, window.getUpperBound(), orderType));
    }

    private static long bound(RexWindow window, RexWindowBound bound, Optional<DataType> orderType) {
        if (bound.isUnbounded()) {
            return bound.isPreceding() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        if (bound.isCurrentRow()) {
            return 0;
        }
        BigDecimal offset = literal(bound.getOffset());
        long distance = window.isRows() ? offset.longValueExact() : distance(offset, bound, orderType);
        if (distance < 0) {
            throw LeatException.unsupported("a frame that is bounded by a number below zero", FRAME);
        }
        return bound.isPreceding() ? -distance : distance;
    }

    private static long distance(BigDecimal offset, RexWindowBound bound, Optional<DataType> orderType) {
        DataType type = orderType.orElseThrow(() -> LeatException.unsupported(
                "RANGE with a distance over an order of several columns", "Order by one column, or use ROWS."));
        boolean months = bound.getOffset().getType().getSqlTypeName().getFamily()
                == org.apache.calcite.sql.type.SqlTypeFamily.INTERVAL_YEAR_MONTH;
        if (type.layout() != Layout.LONG || months) {
            throw LeatException.unsupported(
                    months ? "RANGE with an interval of months" : "RANGE with a distance over " + type.kind(),
                    "Order by a whole number, a DECIMAL of up to 18 digits or a time, and use days or less; or use ROWS.");
        }
        return switch (type.kind()) {
            case DECIMAL -> offset.movePointRight(type.scale()).longValue();
            case DATE -> offset.longValueExact() / MILLIS_PER_DAY;
            default -> offset.longValue();
        };
    }

    private static BigDecimal literal(RexNode node) {
        if (node instanceof RexLiteral literal && !literal.isNull()) {
            return literal.getValueAs(BigDecimal.class);
        }
        throw LeatException.unsupported("a distance between rows that is computed", FRAME);
    }
}
