package io.leat.engine.run;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Plan;
import io.leat.engine.durable.Durability;
import io.leat.engine.durable.PipelineRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts views in the place of others of their name. Who reads a view goes on with the difference; what nobody reads is made
 * anew, and the one before stays aside until the definitions are safe.
 */
final class ViewReplacements {
    private final Graph graph;
    private final PipelineLife life;
    private final Pipelines pipelines;
    private final Durability durability;

    ViewReplacements(Graph graph, PipelineLife life, Pipelines pipelines, Durability durability) {
        this.graph = graph;
        this.life = life;
        this.pipelines = pipelines;
        this.durability = durability;
    }

    /**
     * Puts a view in the place of another of that name. If it cannot be built the other stays.
     *
     * @param replacement who reads the view can go on reading it; empty if nothing reads it but queries that end with it
     */
    void replace(String name, Plan plan, ErrorHandling errors, Optional<Replacement> replacement) {
        PipelineBuilder.Built built = life.build(plan, errors);
        Definition definition = life.view(name, plan, errors);
        LiveView before = (LiveView) pipelines.get(name).orElseThrow();
        List<LivePipeline> readers = pipelines.readersOf(name);
        boolean dead = readers.isEmpty() && before.failure().isPresent();
        if (replacement.isEmpty() || dead || isUnread(before, readers)) {
            replaceUnread(definition, built);
            return;
        }
        LiveView after = (LiveView) life.make(definition, built.root());
        boolean unread = false;
        try {
            life.requireComputed(after, built);
            built.begin(after, graph.ticking().tick() + 1);
            ViewSwitch change = new ViewSwitch(before, after, readers);
            Optional<String> obstacle = change.obstacle(
                    replacement.get().changes(), replacement.get().errorChanges());
            if (obstacle.isEmpty()) {
                change.redirect(graph.circuit());
                finish(change, before, after, replacement.get(), () -> life.record(definition, built.clockMillis()));
            } else if (readers.isEmpty()) {
                after.releaseErrors(graph.circuit());
                unread = true;
            } else {
                throw change.refused(obstacle.get());
            }
        } catch (RuntimeException e) {
            if (pipelines.get(name).filter(before::equals).isPresent()) {
                after.release(graph.circuit());
                life.stopUnread();
            }
            throw e;
        }
        if (unread) {
            replaceUnread(definition, built);
        }
    }

    private void finish(
            ViewSwitch change,
            LiveView before,
            LiveView after,
            Replacement replacement,
            Supplier<PipelineRecord> record) {
        pipelines.put(after);
        keep(change, after, before, replacement, record);
        change.tell(graph.circuit());
        if (pipelines.readersOf(after.name()).isEmpty()) {
            pipelines.setAside(before);
        } else {
            before.release(graph.circuit());
            before.closeAll(PipelineLife.dropped(before.name()));
        }
        graph.ticking().setChanged();
        life.stopUnread();
        graph.turn();
    }

    /** Makes a switch safe before anybody feels it: with a checkpoint, unless nobody remembers anything of the old view. */
    private void keep(
            ViewSwitch change,
            LiveView after,
            LiveView before,
            Replacement replacement,
            Supplier<PipelineRecord> record) {
        try {
            if (!pipelines.readersOf(after.name()).isEmpty()) {
                graph.checkpoint(change, replacement.definitions());
                return;
            }
            graph.ticking().nextNumber();
            durability.began(record.get());
            durability.sync(); // as for one that begins
        } catch (RuntimeException e) {
            pipelines.put(before);
            change.undo(graph.circuit());
            boolean known = e instanceof LeatException leat
                    && (leat.code() == ErrorCode.DISK_FULL || leat.code() == ErrorCode.NOT_ALLOWED);
            if (!known) {
                graph.ticking().setBroken(e);
            }
            throw e;
        }
    }

    private boolean isUnread(LiveView view, List<LivePipeline> readers) {
        return readers.isEmpty()
                && !view.isFollowed()
                && view.errors().filter(LiveView::isFollowed).isEmpty()
                && pipelines.followersOf(view.name()).isEmpty();
    }

    private void replaceUnread(Definition definition, PipelineBuilder.Built built) {
        life.begin(definition, built, () -> {
            life.hide(pipelines.get(definition.name()).orElseThrow());
            pipelines.setAside(pipelines.remove(definition.name()));
        });
        graph.turn();
    }

    /** The definitions are safe: views that were replaced are not needed any more. */
    void forgetReplaced() {
        for (LivePipeline old : pipelines.forgetAside()) {
            old.release(graph.circuit());
            old.closeAll(PipelineLife.dropped(old.name()));
            life.stopUnread();
        }
    }

    /**
     * Puts a view that was replaced back in its place. Nothing is noted: whatever is kept has it as it has been. One that
     * others read, whose state changed with a checkpoint, is not replaced any more.
     */
    void undo(String name, Optional<Replacement> definition) {
        LiveView replacement = (LiveView) pipelines.get(name).orElseThrow();
        LiveView old = (LiveView) pipelines.takeBack(name);
        boolean whole = old.failure().or(replacement::failure).isEmpty();
        Optional<ViewSwitch> change = definition
                .filter(known -> whole && !isUnread(replacement, List.of()))
                .map(known -> new ViewSwitch(replacement, old, List.of()))
                .filter(back -> back.obstacle(
                                definition.get().changes(), definition.get().errorChanges())
                        .isEmpty());
        if (change.isPresent()) {
            change.get().redirect(graph.circuit());
            pipelines.put(old);
            change.get().tell(graph.circuit());
            graph.ticking().setChanged();
        } else {
            life.hide(replacement);
            pipelines.remove(name);
            life.put(old);
        }
        replacement.release(graph.circuit());
        replacement.closeAll(PipelineLife.dropped(name));
        life.stopUnread();
    }
}
