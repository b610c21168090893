package io.leat.executor.over;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import java.util.List;

/**
 * What functions give for the rows of a sequence that are to be computed.
 *
 * @param results one row each
 * @param present whether it could be computed
 */
record Results(Sequence sequence, Chunk results, boolean[] present) {

    /** What is told of a row that cannot be computed. */
    interface Failures {
        /** A function has no value for a row of the sequence. */
        void failed(LeatException error, int function, int row);
    }

    /** Computes all rows; errors are handed over, and leave the row out. */
    static Results of(Sequence sequence, List<FrameFunction> functions, List<DataType> types, Failures failures) {
        ChunkBuilder builder = new ChunkBuilder(types, sequence.end() - sequence.begin());
        boolean[] present = new boolean[sequence.end() - sequence.begin()];
        for (int row = sequence.begin(); row < sequence.end(); row++) {
            present[row - sequence.begin()] = append(row, functions, builder, failures);
        }
        functions.forEach(FrameFunction::finish);
        return new Results(sequence, builder.build(), present);
    }

    private static boolean append(int row, List<FrameFunction> functions, ChunkBuilder builder, Failures failures) {
        int function = 0;
        try {
            for (; function < functions.size(); function++) {
                functions.get(function).append(row, builder.column(function));
            }
            builder.endRow(1);
            return true;
        } catch (LeatException error) {
            if (error.code() == ErrorCode.INTERNAL) {
                throw error;
            }
            failures.failed(error, function, row);
            builder.discardRow();
            for (int i = 0; i < functions.size(); i++) {
                builder.column(i).appendNull();
            }
            builder.endRow(1);
            return false;
        }
    }

    /** Gives these rows and takes back those of another order of the same context, where they differ. */
    void minus(Results old, RowOutput output) {
        Context context = sequence.context();
        int before = 0;
        int now = 0;
        for (int row = context.begin(); row < context.end(); row++) {
            int timesBefore = context.times(row, true);
            int timesNow = context.times(row, false);
            for (int i = 0; i < Math.max(timesBefore, timesNow); i++) {
                boolean was = i < timesBefore && old.present[before + i];
                boolean is = i < timesNow && present[now + i];
                boolean same = was && is && same(old.results, before + i, results, now + i);
                if (was && !same) {
                    output.add(context.chunk(), row, old.results, before + i, -1);
                }
                if (is && !same) {
                    output.add(context.chunk(), row, results, now + i, 1);
                }
            }
            before += timesBefore;
            now += timesNow;
        }
    }

    private static boolean same(Chunk left, int leftRow, Chunk right, int rightRow) {
        for (int i = 0; i < left.columns().size(); i++) {
            if (!left.column(i).isSame(leftRow, right.column(i), rightRow)) {
                return false;
            }
        }
        return true;
    }
}
