package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Plan;
import io.leat.engine.view.ChangeQueue;
import io.leat.engine.view.Content;
import io.leat.engine.view.TickChange;
import io.leat.engine.view.ViewContent;
import io.leat.executor.circuit.FailedRowsNode;
import io.leat.executor.circuit.Node;
import io.leat.executor.state.StateArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A materialized view: what it contains at the last tick, and those who follow it. */
public final class LiveView extends LivePipeline {
    private final ViewContent content;
    private final Optional<LivePipeline> owner;
    private final List<ChangeQueue> followers = new ArrayList<>();
    private long changedTick;
    private ZSet announced = ZSet.EMPTY;

    LiveView(String name, Plan plan, Node root, int chunkRows) {
        super(name, plan, root);
        this.content = new Content(root.schema().types(), chunkRows);
        this.owner = Optional.empty();
    }

    /** The rows that a view or job cannot compute, as a view beside it. */
    LiveView(LivePipeline owner, FailedRowsNode node, int chunkRows) {
        super(owner.name() + DivertedTables.ERRORS, owner.plan(), node);
        this.content = new FailedRowsContent(node, chunkRows);
        this.owner = Optional.of(owner);
    }

    /** Whether it has the rows that another one cannot compute. */
    public boolean isBesideAnother() {
        return owner.isPresent();
    }

    @Override
    boolean isAtEnd() {
        return owner.map(LivePipeline::isToldEnd).orElseGet(super::isAtEnd);
    }

    @Override
    void begin(long tick, ZSet initial) {
        content.begin(initial);
        changedTick = tick;
    }

    @Override
    public void archive(StateArchive archive) {
        super.archive(archive);
        changedTick = archive.number(changedTick);
        content.archive(archive);
    }

    /** One that has failed in itself is made anew when the database is opened again. */
    @Override
    boolean isKept() {
        return !isBroken();
    }

    /** Whether somebody takes its changes. */
    boolean isFollowed() {
        return followers.stream().anyMatch(queue -> !queue.isClosed());
    }

    /** All rows with their weights. */
    public ZSet snapshot() {
        requireWhole();
        return content.snapshot();
    }

    /** All rows with their weights; of one that stands because a source does, as far as it has come. */
    public ZSet standing() {
        return isBroken() ? snapshot() : content.snapshot();
    }

    /** Checks that it does not stand. */
    void requireWhole() {
        failure().ifPresent(reason -> {
            throw reason;
        });
    }

    /** How many different rows. */
    public long rows() {
        return content.rows();
    }

    /** Memory that the rows take, in bytes, about. */
    public long bytes() {
        return content.bytes();
    }

    /** The last tick that changed it. */
    public long changedTick() {
        return changedTick;
    }

    /** Gives a queue what the view contains, if wanted, and every change from now on. */
    void follow(ChangeQueue queue, boolean snapshot, long tick) {
        queue.offer(new TickChange(tick, snapshot ? content.snapshot() : ZSet.EMPTY));
        failure().ifPresent(queue::fail);
        if (isEnded() || failure().isPresent()) {
            queue.end();
        } else {
            followers.add(queue);
        }
    }

    /** Those who follow another view follow this one from now on. */
    void takeOver(LiveView other) {
        followers.addAll(other.followers);
        other.followers.clear();
    }

    /** Those who follow it get this with the next tick, although it contains it already. */
    void announce(ZSet difference) {
        announced = difference;
    }

    @Override
    void take(long tick, ZSet change) {
        ZSet net = Content.consolidate(change, root().schema().types());
        content.apply(net);
        ZSet told = announced.isEmpty()
                ? net
                : Content.consolidate(net.plus(announced), root().schema().types());
        announced = ZSet.EMPTY;
        if (!told.isEmpty()) {
            changedTick = tick;
        }
        followers.removeIf(ChangeQueue::isClosed);
        followers.forEach(queue -> queue.offer(new TickChange(tick, told)));
    }

    @Override
    void ended(long tick) {
        followers.forEach(ChangeQueue::end);
        followers.clear();
    }

    @Override
    void failed(LeatException reason) {
        followers.forEach(queue -> queue.fail(reason));
        followers.clear();
    }

    @Override
    void stopped(LeatException reason) {
        failed(reason);
    }

    @Override
    boolean isFull() {
        return followers.stream().anyMatch(ChangeQueue::isFull);
    }

    @Override
    void close(LeatException reason) {
        followers.forEach(queue -> queue.fail(reason));
        followers.clear();
    }
}
