package io.leat.core.plan;

import io.leat.core.type.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Gives each row its session: rows of one key whose times are at most a gap apart share one; it begins at its first row
 * and ends a gap after its last. Not linear: a row may merge sessions (and its retraction split one), and then the rows
 * of the old ones are retracted and given again. Rows without a time have no session.
 *
 * <p>With a {@link Lateness}, a row joins only what had not closed by its arrival: rows of a key come in the order of their
 * arrivals, whatever the order in which their partitions were read, and a row that finds only closed sessions within reach
 * begins another one.
 *
 * @param keys the columns that must be equal within a session; none means one sequence of sessions for all rows
 * @param gapMillis rows exactly so far apart still share a session
 * @param lateness how late rows are told; empty if none ever is
 * @param closing when the rows of a session may be forgotten; the column is {@code window_end} of the output
 */
public record Session(
        Plan input,
        int timeColumn,
        List<Integer> keys,
        long gapMillis,
        Optional<Lateness> lateness,
        Optional<Closing> closing)
        implements Plan {
    public Session {
        keys = List.copyOf(keys);
    }

    /** The input's columns, then window_start, window_end and window_time (end - 1 ms). */
    @Override
    public Schema schema() {
        return WindowSchema.of(input.schema(), timeColumn);
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }

    @Override
    public <R> R accept(PlanVisitor<R> visitor) {
        return visitor.session(this);
    }
}
