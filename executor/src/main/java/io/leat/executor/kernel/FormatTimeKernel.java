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
        runs.find(times, selection);
        return BytesColumn.repeats(runs.count, input.size())
                ? runs.repeated(times.validity())
                : runs.byRow(times.validity(), selection);
    }

    /** Rows that follow each other and give the same text. Number 0 is for NULLs and rows that are left out: no bytes. */
    private final class Runs {
        private final int[] runOfRow;
        private long[] times = new long[16];
        private int count = 1;

        Runs(int size) {
            runOfRow = new int[size];
        }

        void find(LongColumn column, Selection selection) {
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
                    add(millis);
                    first = millis - Math.floorMod(millis, pattern.unitMillis());
                    end = first + pattern.unitMillis();
                }
                runOfRow[row] = count - 1;
            }
        }

        private void add(long millis) {
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            times[count++] = millis;
        }

        BytesColumn repeated(long[] validity) {
            BytesResult texts = new BytesResult(count);
            for (int run = 1; run < count; run++) {
                write(run, run, texts);
            }
            return texts.column(null).repeated(runOfRow, validity, runOfRow.length);
        }

        BytesColumn byRow(long[] validity, Selection selection) {
            BytesResult texts = new BytesResult(runOfRow.length);
            int before = 0;
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.row(i);
                int run = runOfRow[row];
                if (run == 0) {
                    texts.begin(row);
                } else if (run == before) {
                    texts.repeat(row);
                } else {
                    write(run, row, texts);
                }
                before = run;
            }
            return texts.column(validity);
        }

        private void write(int run, int row, BytesResult texts) {
            texts.begin(row);
            pattern.write(times[run], texts);
        }
    }
}
