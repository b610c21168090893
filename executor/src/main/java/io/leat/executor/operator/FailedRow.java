package io.leat.executor.operator;

import io.leat.core.batch.Chunk;

/**
 * A row that could not be computed.
 *
 * @param expression which of the operator's expressions has no value for it
 * @param rows a chunk with the row: an input row, the two rows of a pair side by side, or the keys of a group
 * @param row its number there
 * @param weight how many times more it is there now; below 0 if it has gone, and its failure with it
 */
public record FailedRow(int expression, Chunk rows, int row, long weight) {

    /** Whether it has come, and not gone. */
    public boolean isNew() {
        return weight > 0;
    }
}
