package io.leat.engine.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How far something has come that takes long: a statement, or a view or job that catches up with its sources.
 *
 * @param kind {@code view} or {@code job} for what is made or catches up, else the first word of the statement: {@code select}
 * @param name the name of the view or job; empty for statements that make none
 * @param step what it is doing
 * @param rows rows read in this step
 * @param percent how much of this step is done; empty if nobody knows how much there is
 * @param rowsPerSecond rows read in a second, since the step began
 * @param elapsed time since it began
 */
public record Progress(
        String kind, String name, Step step, long rows, OptionalInt percent, long rowsPerSecond, Duration elapsed) {

    /** Rows in a second, when so many came in that time; 0 if it was too short to say. */
    public static long rate(long rows, Duration time) {
        return time.isZero() ? 0 : (long) (rows * 1e9 / time.toNanos());
    }

    /** One line for people: {@code reading history for sums: 1,200,000 rows, 45 %, 98,000 rows/s, 12 s}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(step.toString());
        if (!name.isEmpty()) {
            text.append(step == Step.CATCHING_UP ? ", " : " for ").append(name);
        }
        if (step != Step.RUNNING) {
            text.append(": ").append(String.format(Locale.ROOT, rows == 1 ? "%,d row" : "%,d rows", rows));
            percent.ifPresent(value -> text.append(", ").append(value).append(" %"));
            text.append(String.format(Locale.ROOT, ", %,d rows/s", rowsPerSecond));
        }
        return text.append(", ").append(elapsed.toSeconds()).append(" s").toString();
    }
}
