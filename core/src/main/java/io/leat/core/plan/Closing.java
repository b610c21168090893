package io.leat.core.plan;

/**
 * Which rows or groups no later input can change: those with {@code value(column) - slackMillis <= watermark}. State for
 * them may be freed and they may be emitted as final.
 *
 * @param column a column that holds a time: a column of the operator's output, or, for a join's side, of that input
 * @param slackMillis 1 for the end of a window (its last moment is end - 1), 0 for its window_time and for a plain event
 *     time
 */
public record Closing(int column, long slackMillis) {

    /** Whether a value of the column is closed at a watermark. */
    public boolean isClosed(long value, long watermark) {
        return watermark == Long.MAX_VALUE || (value != Long.MIN_VALUE && value - slackMillis <= watermark);
    }
}
