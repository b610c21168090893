package io.leat.planner.logical;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Sort;
import java.util.List;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexNode;

/** ORDER BY, LIMIT and OFFSET. */
final class SortTranslation {
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

    /** An order inside a query means nothing; a limit there would. */
    static Plan withoutOrder(org.apache.calcite.rel.core.Sort sort, RelTranslator translator) {
        if (sort.offset != null || sort.fetch != null) {
            throw LeatException.unsupported(
                    "LIMIT in a sub-query", "Put ORDER BY and LIMIT at the end of a finite query, or use MIN or MAX.");
        }
        return translator.translate(sort.getInput());
    }

    private static Sort.Key key(RelFieldCollation collation) {
        boolean descending = collation.getDirection().isDescending();
        boolean nullsFirst = collation.nullDirection == NullDirection.UNSPECIFIED
                ? !descending
                : collation.nullDirection == NullDirection.FIRST;
        return new Sort.Key(collation.getFieldIndex(), descending, nullsFirst);
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
