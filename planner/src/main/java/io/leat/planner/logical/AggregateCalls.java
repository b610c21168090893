package io.leat.planner.logical;

import io.leat.core.error.LeatException;
import io.leat.core.expression.Literal;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.util.Optional;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;

/** Single aggregates. */
final class AggregateCalls {

    private AggregateCalls() {}

    static AggregateCall translate(org.apache.calcite.rel.core.AggregateCall call, DataType type) {
        String name = call.getAggregation().getName();
        AggregateFunction function = function(call.getAggregation().getKind())
                .orElseThrow(() -> LeatException.unsupported(
                        "the aggregate " + name, "Leat has COUNT, SUM, AVG, MIN, MAX, STDDEV and VARIANCE."));
        if (!call.getCollation().getFieldCollations().isEmpty()) {
            throw LeatException.unsupported("WITHIN GROUP", "Leave the order out.");
        }
        boolean extremum = function == AggregateFunction.MIN || function == AggregateFunction.MAX;
        return new AggregateCall(function, call.getArgList(), call.isDistinct() && !extremum, call.filterArg, type);
    }

    private static Optional<AggregateFunction> function(SqlKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case COUNT -> AggregateFunction.COUNT;
                    case SUM -> AggregateFunction.SUM;
                    case SUM0 -> AggregateFunction.SUM_OR_ZERO;
                    case AVG -> AggregateFunction.AVG;
                    case MIN, ANY_VALUE -> AggregateFunction.MIN;
                    case MAX -> AggregateFunction.MAX;
                    case SINGLE_VALUE -> AggregateFunction.SINGLE_VALUE;
                    default -> null;
                });
    }

    /** One bit an argument: 1 if the grouping set leaves the key out. */
    static Literal groupingMask(org.apache.calcite.rel.core.AggregateCall call, ImmutableBitSet set, DataType type) {
        long mask = 0;
        for (int key : call.getArgList()) {
            mask = mask * 2 + (set.get(key) ? 0 : 1);
        }
        return type.kind() == TypeKind.INTEGER
                ? new Literal((int) mask, type)
                : new Literal(mask, DataType.BIGINT.withNullable(false));
    }
}
