package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.core.plan.Plan;
import io.leat.engine.progress.ReadingProgress;
import io.leat.engine.view.Content;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.circuit.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A plan that is being built in a circuit of its own, beside the ticks of the graph: it reads the history of its relations in
 * rounds, each shorter than the one before, until so little is left that the rest can be done between two ticks.
 *
 * <p>{@link #catchUp} is called on any thread, between two other calls; all else on the thread of the graph.
 */
final class Building implements AutoCloseable {
    private final Plan plan;
    private final Replay replay;
    private final List<GrowingFeed> feeds;
    private final Set<InputNode> inputs;
    private final List<LiveView> reused;
    private final List<Node> taken;
    private final Content content;
    private final int tickRows;

    /**
     * @param replay where the plan is wired
     * @param feeds what it reads
     * @param inputs the tables of the graph that it depends on
     * @param reused views that are taken over as they are
     * @param taken their nodes
     * @param tickRows about as many rows are enough for a tick
     */
    Building(
            Plan plan,
            Replay replay,
            List<GrowingFeed> feeds,
            Set<InputNode> inputs,
            List<LiveView> reused,
            List<Node> taken,
            Content content,
            int tickRows) {
        this.plan = plan;
        this.replay = replay;
        this.feeds = List.copyOf(feeds);
        this.inputs = new HashSet<>(inputs);
        this.reused = List.copyOf(reused);
        this.taken = List.copyOf(taken);
        this.content = content;
        this.tickRows = tickRows;
    }

    Plan plan() {
        return plan;
    }

    /** The tables that must go on being read. */
    Set<InputNode> inputs() {
        return inputs;
    }

    /** The nodes of the graph that are taken over as they are, and must stay until then. */
    List<Node> taken() {
        return taken;
    }

    void watch() {
        feeds.forEach(GrowingFeed::watch);
    }

    /** The columns that it reads of a table. */
    Set<Integer> columns(InputNode table) {
        Set<Integer> columns = new HashSet<>();
        for (GrowingFeed feed : feeds) {
            if (feed instanceof StreamFeed stream && stream.input() == table) {
                columns.addAll(stream.columns());
            }
        }
        return columns;
    }

    /**
     * Begins the next round; answers whether it is small enough to be done between two ticks.
     *
     * @throws io.leat.core.error.LeatException if a relation has failed
     */
    boolean grow() {
        feeds.forEach(GrowingFeed::grow);
        long tooMany = tickRows + 1L;
        return feeds.stream().mapToLong(feed -> Math.min(tooMany, feed.left())).sum() < tooMany;
    }

    /**
     * Does a round.
     *
     * @param between done between its steps
     */
    void catchUp(Runnable between) {
        do {
            content.apply(replay.turn());
            between.run();
        } while (!replay.isDone());
    }

    /** How far reading has come. */
    ReadingProgress progress() {
        return replay.progress();
    }

    /** Moves it into a circuit that is as far as it is. */
    PipelineBuilder.Built graft(Circuit circuit) {
        ZSet failed = replay.takeFailedRows(tickRows);
        for (LiveView view : reused) {
            failed = failed.plus(view.errors().orElseThrow().snapshot());
        }
        Node root = circuit.graft(replay.circuit(), replay.root());
        return new PipelineBuilder.Built(root, content.snapshot(), failed, replay.clockMillis());
    }

    @Override
    public void close() {
        replay.close();
    }
}
