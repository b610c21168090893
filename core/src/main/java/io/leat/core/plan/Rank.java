package io.leat.core.plan;

import io.leat.core.type.Schema;
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

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }

    @Override
    public <R> R accept(PlanVisitor<R> visitor) {
        return visitor.rank(this);
    }
}
