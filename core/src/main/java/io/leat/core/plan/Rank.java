package io.leat.core.plan;

import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import java.util.List;
import java.util.Optional;

/**
 * The first rows of each partition in an order: top-n, deduplication, LIMIT. Not linear: a row may push others out, and
 * its retraction let others in.
 *
 * <p>Rows that are equal in the order's columns are told apart by the input's other columns, from left to right,
 * ascending, NULLs first; so the result depends on the rows alone and not on when they came. Lists, maps and rows in those
 * columns are compared in an order of their own.
 *
 * @param partition the input columns that make a partition; NULLs are one; none makes all rows one
 * @param order what comes first
 * @param function how rows are counted
 * @param first the least number that is given, 1 or more
 * @param last the greatest number that is given; {@code Long.MAX_VALUE} for all
 * @param numbered whether the number is a column of the output, BIGINT and last
 * @param closing when a partition may be forgotten: a column of the input that is one of {@code partition}
 * @param inputChanges whether input rows are ever taken back; if not, only the first rows need to be kept
 * @param schema the input's columns, and the number
 */
public record Rank(
        Plan input,
        List<Integer> partition,
        List<Sort.Key> order,
        RankFunction function,
        long first,
        long last,
        boolean numbered,
        Optional<Closing> closing,
        ChangeMode inputChanges,
        Schema schema)
        implements Plan {
    public Rank {
        partition = List.copyOf(partition);
        order = List.copyOf(order);
    }

    /** Whether each partition has at most one row of output. */
    public boolean isSingle() {
        return function == RankFunction.ROW_NUMBER && first == last;
    }

    /** Whether it asks for all rows of each partition that have its best value of one number, which is never NULL. */
    public boolean isOfLeaders() {
        if (function != RankFunction.RANK || first != 1 || last != 1 || numbered) {
            return false;
        }
        if (order.size() != 1 || partition.isEmpty()) {
            return false;
        }
        DataType type = input.schema().type(order.get(0).column());
        return type.layout() == TypeKind.Layout.LONG && !type.nullable();
    }

    /** Whether {@linkplain #isOfLeaders leaders} are only ever pushed out by better ones, so that no others need to be kept. */
    public boolean leadersOnlyImprove() {
        return isOfLeaders()
                && (inputChanges == ChangeMode.APPEND_ONLY || Growth.onlyImproves(input, partition, order.get(0)));
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }

    @Override
    public <R> R accept(PlanVisitor<R> visitor) {
        return visitor.rank(this);
    }
}
