package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import java.util.Arrays;

/**
 * Times as text. Neighbours mostly fall into one day, hour or minute: a run of them is written once, and the column repeats
 * it. If there are too many runs for that, each row has bytes of its own, which are copied from the row before if they are
 * the same.
 */
record FormatTimeKernel(Kernel time, TimePattern pattern) implements Kernel {

    @Override
    public Column evaluate(Chunk input, Selection selection) {
        LongColumn times = (LongColumn) time.evaluate(input, selection);
        Runs runs = new Runs(input.size());
        return runs.find(times, selection) ? runs.column(times.validity()) : byRow(times, selection);
    }

    /** The texts of a column: the first is empty, for NULLs and rows that are left out, then one a run follows. */
    private final class Runs {
        private final int[] textOfRow;
        private long[] times = new long[16];
        private int texts = 1;

        Runs(int size) {
            textOfRow = new int[size];
        }

        /** Whether there are few. */
        boolean find(LongColumn column, Selection selection) {
            long[] values = column.values();
            long first = 1;
            long end = 0;
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.row(i);
                if (column.isNull(row)) {
                    continue;
                }
                long millis = values[row];
                if (millis < first || millis >= end) {
                    if (!BytesColumn.repeats(texts + 1, textOfRow.length)) {
                        return false;
                    }
                    add(millis);
                    first = millis - Math.floorMod(millis, pattern.unitMillis());
                    end = first + pattern.unitMillis();
                }
                textOfRow[row] = texts - 1;
            }
            return true;
        }

        private void add(long millis) {
            if (texts == times.length) {
                times = Arrays.copyOf(times, texts * 2);
            }
            times[texts++] = millis;
        }

        BytesColumn column(long[] validity) {
            BytesResult result = new BytesResult(texts);
            for (int i = 1; i < texts; i++) {
                result.begin(i);
                pattern.write(times[i], result);
            }
            return result.column(null).repeated(textOfRow, validity, textOfRow.length);
        }
    }

    private BytesColumn byRow(LongColumn times, Selection selection) {
        BytesResult result = new BytesResult(times.size());
        long first = 1;
        long end = 0;
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (times.isNull(row)) {
                result.begin(row);
                first = 1;
                end = 0;
                continue;
            }
            long millis = times.values()[row];
            if (millis >= first && millis < end) {
                result.repeat(row);
            } else {
                result.begin(row);
                pattern.write(millis, result);
                first = millis - Math.floorMod(millis, pattern.unitMillis());
                end = first + pattern.unitMillis();
            }
        }
        return result.column(times.validity());
    }
}
