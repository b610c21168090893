package io.leat.executor.over;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.plan.OverFunction;

/** ROW_NUMBER, RANK and DENSE_RANK. */
final class RankingFunction implements FrameFunction {
    private final OverFunction function;
    private final Sequence sequence;
    private int seen;
    private long rank;
    private long distinct;

    RankingFunction(OverFunction function, Sequence sequence) {
        this.function = function;
        this.sequence = sequence;
    }

    @Override
    public void append(int row, ColumnBuilder into) {
        for (; seen <= row; seen++) {
            if (seen == 0 || sequence.peer(seen) != sequence.peer(seen - 1)) {
                rank = sequence.position() + seen + 1;
                distinct++;
            }
        }
        into.appendLong(
                switch (function) {
                    case RANK -> rank;
                    case DENSE_RANK -> distinct;
                    default -> sequence.position() + row + 1;
                });
    }
}
