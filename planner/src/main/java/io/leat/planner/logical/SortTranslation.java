package io.leat.planner.logical;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Rank;
import io.leat.core.plan.RankFunction;
import io.leat.core.plan.Sort;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexNode;

/** ORDER BY, LIMIT and OFFSET. */
public final class SortTranslation {
    private static final long ALL = -1;

    private SortTranslation() {}

    static Plan translate(org.apache.calcite.rel.core.Sort sort, RelTranslator translator, List<Object> parameters) {
        List<Sort.Key> keys = sort.getCollation().getFieldCollations().stream()
                .map(SortTranslation::key)
                .toList();
        long offset = count(sort.offset, 0, translator, parameters);
        long fetch = count(sort.fetch, ALL, translator, parameters);
        return new Sort(translator.translate(sort.getInput()), keys, offset, fetch);
    }

    /** An order inside a query means nothing; a limit there does. */
    static Plan inside(org.apache.calcite.rel.core.Sort sort, RelTranslator translator, List<Object> parameters) {
        return ranked((Sort) translate(sort, translator, parameters));
    }

    /** The rows that an order with a limit takes, as a relation that is kept. */
    public static Plan ranked(Sort sort) {
        if (sort.offset() == 0 && sort.fetch() < 0) {
            return sort.input();
        }
        return new Rank(
                sort.input(),
                List.of(),
                sort.keys(),
                RankFunction.ROW_NUMBER,
                sort.offset() + 1,
                sort.fetch() < 0 ? Long.MAX_VALUE : Math.addExact(sort.offset(), sort.fetch()),
                false,
                Optional.empty(),
                ChangeMode.UPDATING,
                sort.input().schema());
    }

    private static Sort.Key key(RelFieldCollation collation) {
        return key(collation.getFieldIndex(), collation.getDirection(), collation.nullDirection);
    }

    /** A column to order by; NULLs are less than everything else unless the query says where they go. */
    static Sort.Key key(int column, RelFieldCollation.Direction direction, NullDirection nulls) {
        boolean descending = direction.isDescending();
        boolean nullsFirst = nulls == NullDirection.UNSPECIFIED ? !descending : nulls == NullDirection.FIRST;
        return new Sort.Key(column, descending, nullsFirst);
    }

    /** A number of rows; NULL, which a parameter is before it has a value, stands for none given. */
    private static long count(RexNode node, long absent, RelTranslator translator, List<Object> parameters) {
        if (node == null) {
            return absent;
        }
        Object value = node instanceof RexDynamicParam parameter
                ? parameters.get(parameter.getIndex())
                : literal(translator.expressions().translate(node));
        if (value == null) {
            return absent;
        }
        if (value instanceof Number number && number.longValue() >= 0) {
            return number.longValue();
        }
        throw LeatException.of(
                ErrorCode.INVALID_PARAMETER, "LIMIT and OFFSET take a whole number that is not negative");
    }

    private static Object literal(Expression expression) {
        return expression instanceof Literal literal ? literal.value() : "";
    }
}
