package io.leat.executor.kernel;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;

/** Times as text. Neighbours mostly fall into one day, hour or minute, and then the last row's bytes are copied. */
record FormatTimeKernel(Kernel time, TimePattern pattern) implements Kernel {

    @Override
    public Column evaluate(Chunk input, Selection selection) {
        LongColumn times = (LongColumn) time.evaluate(input, selection);
        BytesResult result = new BytesResult(input.size());
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
