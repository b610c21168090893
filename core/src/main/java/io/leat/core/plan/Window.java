package io.leat.core.plan;

import io.leat.core.type.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Gives each row its windows of fixed size, one output row a window; rows without a time have none. Linear, keeps no
 * state.
 *
 * <p>A window is [start, end). TUMBLE and HOP windows start at {@code offset + k * step}; HOP windows of one row overlap
 * when size &gt; step. CUMULATE windows share their start {@code offset + k * size} and end at each step up to the size.
 *
 * @param timeColumn the input column (TIMESTAMP or TIMESTAMP_LTZ) that says when
 * @param sizeMillis length of a window (the greatest length for CUMULATE)
 * @param stepMillis distance of starts (of ends for CUMULATE); equal to the size for TUMBLE
 * @param offsetMillis shift of all windows
 * @param lateness how late rows are told; empty if none ever is
 */
public record Window(
        Plan input,
        Kind kind,
        int timeColumn,
        long sizeMillis,
        long stepMillis,
        long offsetMillis,
        Optional<Lateness> lateness)
        implements Plan {

    /** The shapes of windows of fixed size. */
    public enum Kind {
        TUMBLE,
        HOP,
        CUMULATE
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
        return visitor.window(this);
    }
}
