package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.Plan;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.circuit.FailedRowsNode;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.circuit.Node;
import io.leat.executor.source.ErrorPolicy;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something that takes the changes of a node tick by tick: a view or a job. */
public abstract sealed class LivePipeline implements Archivable permits LiveView, LiveJob, LiveQuery {
    private final String name;
    private final Plan plan;
    private final Node root;
    private LeatException failure;
    /** Whether what stopped it is a source that brings nothing more: then it is whole, and goes on when that does. */
    private boolean whole;

    private boolean endTold;
    private Optional<LiveView> errors = Optional.empty();
    private Optional<FailedRowsNode> stopping = Optional.empty();

    LivePipeline(String name, Plan plan, Node root) {
        this.name = name;
        this.plan = plan;
        this.root = root;
    }

    /** Its name in the catalog, or what people call it. */
    public final String name() {
        return name;
    }

    /** How it is computed. */
    public final Plan plan() {
        return plan;
    }

    /** Where its changes come out. */
    public final Node root() {
        return root;
    }

    /** What stopped it, if it was a failure. */
    public final Optional<LeatException> failure() {
        return Optional.ofNullable(failure);
    }

    /** The rows that it cannot compute, if they are kept. */
    public final Optional<LiveView> errors() {
        return errors;
    }

    /** Says what becomes of the rows that it cannot compute; before it begins. */
    final void handleErrors(ErrorHandling handling, Circuit circuit, int chunkRows) {
        if (handling.policy() == ErrorPolicy.SKIP) {
            return;
        }
        FailedRowsNode node = circuit.addFailedRows(root, name, handling.rowsMax());
        if (handling.keeps()) {
            errors = Optional.of(new LiveView(this, node, chunkRows));
        } else {
            stopping = Optional.of(node);
        }
    }

    /** Why it cannot go on with rows that failed; empty if it can. */
    final Optional<LeatException> refusal(ZSet failedRows) {
        String kind = this instanceof LiveJob ? "job" : "view";
        return stopping.flatMap(node -> ErrorHandling.firstFailure(kind, name, failedRows));
    }

    /** It is being taken out, with what is beside it; whoever follows them is told why. */
    final void closeAll(LeatException reason) {
        errors.ifPresent(view -> view.close(reason));
        close(reason);
    }

    /** Lets go of its nodes. */
    final void release(Circuit circuit) {
        releaseErrors(circuit);
        circuit.remove(root);
    }

    /** Lets go of the nodes that it has beside where its changes come out. */
    final void releaseErrors(Circuit circuit) {
        errors.ifPresent(view -> circuit.remove(view.root()));
        stopping.ifPresent(circuit::remove);
    }

    /** The tables that it reads, views resolved. */
    public final List<InputNode> inputs() {
        return Circuit.below(root).stream()
                .filter(InputNode.class::isInstance)
                .map(InputNode.class::cast)
                .toList();
    }

    /** Whether it has failed in itself: it lacks something that it should have taken. */
    public final boolean isBroken() {
        return failure != null && !whole;
    }

    /** Whether nothing will ever change in it any more. */
    public final boolean isEnded() {
        return isBroken() || endTold;
    }

    final void fail(LeatException reason) {
        if (!isBroken()) {
            failure = reason;
            whole = false;
            failed(reason);
        }
    }

    /**
     * One of its sources brings nothing more. It stands, but it has everything up to there, and takes what comes from elsewhere:
     * so it is kept, and goes on when the source does.
     */
    final void stop(LeatException reason) {
        if (failure == null) {
            failure = reason;
            whole = true;
            stopped(reason);
        }
    }

    /** It stands as before, for a reason of which there is more to say. */
    final void stand(LeatException reason) {
        fail(reason);
        failure = reason;
    }

    /** Takes this tick's change, and the end when all inputs have ended. */
    final void publish(long tick) {
        if (isEnded()) {
            return;
        }
        stopping.flatMap(node -> refusal(node.output())).ifPresent(reason -> {
            throw reason;
        });
        take(tick, root.output());
        if (isAtEnd()) {
            endTold = true;
            ended(tick);
        }
    }

    /** Whether nothing comes any more. */
    boolean isAtEnd() {
        return inputs().stream().allMatch(InputNode::isEnded);
    }

    /** Whether it came to its end as it should. */
    final boolean isToldEnd() {
        return endTold;
    }

    /** The name of what it remembers itself, in a checkpoint: another one of the same name with another plan has another. */
    final String part() {
        return part(name, Fingerprint.of(plan).hex());
    }

    static String part(String name, String fingerprint) {
        return "pipeline " + fingerprint + " " + name.toLowerCase(Locale.ROOT);
    }

    @Override
    public void archive(StateArchive archive) {
        endTold = archive.flag(endTold);
    }

    /** Whether a checkpoint may have it as it is now. */
    abstract boolean isKept();

    /**
     * Checks that what it writes to has no ticks that are still to come.
     *
     * @throws LeatException DATA_CORRUPTED if it has
     */
    void requireNotBehind(long tick) {
        // writes to nothing that could be ahead
    }

    /** It begins: takes what the plan's result is up to a tick. */
    abstract void begin(long tick, ZSet content);

    /** One tick's change, not consolidated; may be empty. */
    abstract void take(long tick, ZSet change);

    /** Nothing comes after this tick. */
    abstract void ended(long tick);

    /** It has stopped with a failure. */
    abstract void failed(LeatException reason);

    /** It stands because a source does. */
    abstract void stopped(LeatException reason);

    /** Whether somebody who reads it has more waiting than he should. */
    abstract boolean isFull();

    /** It is being taken out; whoever follows it is told why. */
    abstract void close(LeatException reason);
}
