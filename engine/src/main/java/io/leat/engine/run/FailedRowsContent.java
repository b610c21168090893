package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.engine.view.ViewContent;
import io.leat.executor.circuit.FailedRowsNode;
import io.leat.executor.state.StateArchive;

/** The rows that a view or job cannot compute; its node in the circuit remembers them. */
final class FailedRowsContent implements ViewContent {
    private final FailedRowsNode node;
    private final int chunkRows;

    FailedRowsContent(FailedRowsNode node, int chunkRows) {
        this.node = node;
        this.chunkRows = chunkRows;
    }

    @Override
    public void begin(ZSet rows) {
        node.begin(rows);
    }

    @Override
    public void apply(ZSet change) {
        // the node has taken it in when it gave it out
    }

    @Override
    public ZSet snapshot() {
        return node.content(chunkRows);
    }

    @Override
    public long rows() {
        return node.stateRows();
    }

    @Override
    public long bytes() {
        return node.stateBytes();
    }

    @Override
    public void archive(StateArchive archive) {
        // is written down with the node
    }
}
