package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Plan;
import io.leat.engine.view.ChangeQueue;
import io.leat.engine.view.Content;
import io.leat.engine.view.TickChange;
import io.leat.executor.circuit.Node;

/** A query that one reader follows: SUBSCRIBE TO (SELECT ...). Its content is not kept. */
final class LiveQuery extends LivePipeline {
    private final ChangeQueue queue;

    LiveQuery(String name, Plan plan, Node root, ChangeQueue queue) {
        super(name, plan, root);
        this.queue = queue;
    }

    /** Whether the reader has gone. */
    boolean isAbandoned() {
        return queue.isClosed();
    }

    @Override
    boolean isKept() {
        return false;
    }

    @Override
    void begin(long tick, ZSet content) {
        take(tick, content);
    }

    @Override
    void take(long tick, ZSet change) {
        queue.offer(
                new TickChange(tick, Content.consolidate(change, root().schema().types())));
    }

    @Override
    void ended(long tick) {
        queue.end();
    }

    @Override
    void failed(LeatException reason) {
        queue.fail(reason);
    }

    @Override
    void stopped(LeatException reason) {
        fail(reason);
    }

    @Override
    boolean isFull() {
        return queue.isFull();
    }

    @Override
    void close(LeatException reason) {
        if (!isEnded()) {
            queue.fail(reason);
        }
    }
}
