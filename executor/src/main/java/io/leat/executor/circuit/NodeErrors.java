package io.leat.executor.circuit;

import io.leat.core.error.LeatException;
import io.leat.executor.operator.ExpressionErrors;
import java.util.Optional;

/** Counts the rows that a node could not compute and left out. Written by the loop, read by anyone. */
public final class NodeErrors implements ExpressionErrors {
    private volatile long count;
    private volatile LeatException last;

    @Override
    public void failed(LeatException error) {
        count = count + 1;
        last = error;
    }

    /** Counts what another one has counted. */
    void add(NodeErrors other) {
        count = count + other.count;
        last = last == null ? other.last : last;
    }

    /** How many rows. */
    public long count() {
        return count;
    }

    /** Why the last one could not be computed. */
    public Optional<LeatException> last() {
        return Optional.ofNullable(last);
    }
}
