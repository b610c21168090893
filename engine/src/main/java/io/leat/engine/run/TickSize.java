package io.leat.engine.run;

import io.leat.core.limit.Limits;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/**
 * How many rows a source may bring into the next tick. What a tick costs is shared by its rows, and rows of one group or
 * session are summed up before they go on; so while more is waiting than fits, ticks grow, as long as each is short enough
 * for whoever waits between two of them, and as its columns stay in the processor's cache. A tick that has less to take in is
 * as small as ever.
 */
final class TickSize {
    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    /** About what the columns of a tick may take: wide rows that come in by the hundred thousand cost a fifth more each. */
    private static final int COLUMN_BYTES = 4 << 20;

    private static final int NUMBER_BYTES = 8;
    private static final int TEXT_BYTES = 64;

    private final int least;
    private final int most;
    private int rows;
    private int fitting;

    TickSize(Limits limits) {
        this.least = limits.tickRows();
        this.most = Math.max(least, limits.tickRowsMost());
        this.rows = least;
        this.fitting = most;
    }

    /**
     * About what a row takes of which some columns are read.
     *
     * @param columns places in the schema; others stand for numbers that come with each row
     */
    static int rowBytes(Schema schema, Collection<Integer> columns) {
        return columns.stream()
                .mapToInt(column -> column >= 0 && isVariable(schema.type(column)) ? TEXT_BYTES : NUMBER_BYTES)
                .sum();
    }

    private static boolean isVariable(DataType type) {
        return type.layout() == TypeKind.Layout.BYTES || type.layout() == TypeKind.Layout.OBJECT;
    }

    /** Says how wide the widest rows are that come in, in bytes: ticks of those grow only as far as they fit. */
    void fit(int widest) {
        fitting = Math.max(least, COLUMN_BYTES / Math.max(widest, 1));
    }

    /** The most rows of one source in the next tick. */
    int rows() {
        return Math.min(rows, fitting);
    }

    /**
     * Learns from a tick.
     *
     * @param isBehind whether more is waiting than came into it
     * @param nanos how long it took, reading included
     */
    void ticked(boolean isBehind, long nanos) {
        if (nanos > LONG_NANOS) {
            rows = Math.max(least, rows / 2);
        } else if (nanos < SHORT_NANOS && isBehind) {
            rows = (int) Math.min(most, 2L * rows);
        }
    }
}
