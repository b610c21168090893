package io.leat.engine.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How far opening a database directory has come.
 *
 * @param stage what is being done
 * @param name the view or job that is made again, for {@link Stage#MAKING_AGAIN}; else empty
 * @param done how much of {@code total} is done: bytes of state, or ticks; thousandths for a view that is made again
 * @param total how much there is to do; 0 if nobody knows
 * @param rows rows that came from sources in this stage
 * @param elapsed time since this stage began
 */
public record OpeningProgress(Stage stage, String name, long done, long total, long rows, Duration elapsed) {
    private static final double MEGABYTE = 1 << 20;

    /** What is done, one after the other. */
    public enum Stage {
        /** What views, jobs and tables remembered is read from the last checkpoint. */
        READING_STATE("reading state"),
        /** The ticks after the last checkpoint are computed once more. */
        COMPUTING_TICKS("computing ticks again"),
        /** A view or job that the checkpoint does not have is made again from its sources. */
        MAKING_AGAIN("computing again");

        private final String text;

        Stage(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Per cent of this stage, rounded down; empty if nobody knows. */
    public OptionalInt percent() {
        return total <= 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.min(100, 100 * done / total));
    }

    /** One line for people: {@code computing ticks again: 45 of 120, 37 %, 1,000,000 rows, 98,000 rows/s, 10 s}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(stage.toString());
        switch (stage) {
            case READING_STATE -> add(text, ": %,.1f of %,.1f MB", done / MEGABYTE, total / MEGABYTE);
            case COMPUTING_TICKS -> add(text, ": %,d of %,d", done, total);
            default -> text.append(' ').append(name).append(':');
        }
        String comma = stage == Stage.MAKING_AGAIN ? "" : ",";
        percent().ifPresent(value -> add(text, comma + " %d %%", value));
        if (rows > 0) {
            add(text, rows == 1 ? ", %,d row" : ", %,d rows", rows);
            add(text, ", %,d rows/s", Progress.rate(rows, elapsed));
        }
        return text.append(", ").append(elapsed.toSeconds()).append(" s").toString();
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
