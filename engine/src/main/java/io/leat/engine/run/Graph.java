package io.leat.engine.run;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkMode;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.plan.Plan;
import io.leat.core.time.Clock;
import io.leat.engine.durable.RowStore;
import io.leat.engine.system.SystemContent;
import io.leat.engine.view.ChangeQueue;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.circuit.CircuitContext;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.circuit.Node;
import io.leat.executor.shard.Shards;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is running: one circuit, the tables that feed it, the views and jobs that it feeds. Used by one thread at a time:
 * the run loop's, or a test's.
 */
public final class Graph implements AutoCloseable {
    private static final long IDLE_STEP_MILLIS = 100;

    private final Clock clock;
    private final Limits limits;
    private final SourceOpener opener;
    private final Circuit circuit;
    private final PipelineBuilder builder;
    private final Tables tables;
    private final Pipelines pipelines = new Pipelines();
    private final RowStore rows;
    private SystemContent systemContent = table -> ZSet.EMPTY;
    private long tick;
    private long lastStepMillis = Long.MIN_VALUE / 2;
    private boolean changed;
    private RuntimeException broken;

    /**
     * A graph in which nothing runs.
     *
     * @param shards closed with it
     * @param rows keeps the rows of its tables
     */
    public Graph(SourceOpener opener, Clock clock, Limits limits, Shards shards, RowStore rows) {
        this.opener = opener;
        this.clock = clock;
        this.limits = limits;
        this.circuit = new Circuit(new CircuitContext(clock, limits, false, shards));
        this.tables = new Tables(circuit, limits);
        this.builder = new PipelineBuilder(this, clock, limits);
        this.rows = rows;
        this.tick = rows.lastTick();
    }

    /**
     * One turn: takes in what the sources have ready, lets the circuit compute one tick, publishes what changed.
     *
     * @return about how much there was to do; 0 for nothing
     */
    public int turn() {
        return turn(false);
    }

    /**
     * One turn.
     *
     * @param pressing whether sources are read even if a reader of changes has not kept up
     */
    int turn(boolean pressing) {
        requireWhole();
        rows.sync();
        dropAbandoned();
        long work = tables.intake(!pressing && pipelines.isFull());
        tables.newFailures(pipelines::failReaders);
        if (work > 0 || changed || isTimeToStep()) {
            changed = false;
            step();
            pipelines.publish(tick);
            dropAbandoned();
        }
        pipelines.flush(work == 0, clock.nanos());
        rows.checkpointIfDue(tick);
        return (int) Math.min(work, Integer.MAX_VALUE);
    }

    /** Windows of processing time close though nothing comes: every now and then there is a tick without a change. */
    private boolean isTimeToStep() {
        return clock.epochMillis() - lastStepMillis >= IDLE_STEP_MILLIS && circuit.followsClock();
    }

    private void step() {
        tick++;
        lastStepMillis = clock.epochMillis();
        try {
            circuit.step(tick, lastStepMillis);
        } catch (RuntimeException e) {
            broken = e;
            throw e;
        }
    }

    /** A tick that failed in the middle leaves nothing that could be trusted. */
    private void requireWhole() {
        if (broken != null) {
            throw broken;
        }
    }

    private void dropAbandoned() {
        pipelines.abandoned().forEach(this::dropPipeline);
    }

    /** Whether a source may bring something without being told. */
    public boolean isPolling() {
        return tables.isPolling();
    }

    /** How many shards the circuit has. */
    public int shards() {
        return circuit.context().shards().count();
    }

    /**
     * Gives the circuit other shards; the ones before are closed.
     *
     * @throws LeatException NOT_ALLOWED if something runs
     */
    public void setShards(Shards shards) {
        if (!pipelines.all().isEmpty()) {
            throw LeatException.of(ErrorCode.NOT_ALLOWED, "the number of shards cannot change while views or jobs run")
                    .hint(
                            "Set it before the first CREATE MATERIALIZED VIEW or INSERT INTO, or when the database is opened.");
        }
        Shards before = circuit.context().shards();
        tables.reshard(shards);
        before.close();
    }

    /** The number of the last tick. */
    public long tick() {
        return tick;
    }

    /**
     * Adds a table; a connector is opened only when something reads it. Rows of an ordinary table are kept, and those that
     * were kept are there again, unless it is temporary.
     */
    public void addTable(TableDefinition definition, boolean temporary) {
        if (definition.connector().isPresent()) {
            tables.add(new SourceTable(definition, opener, limits.tickRows(), limits.chunkRows()));
            return;
        }
        OrdinaryTable table = new OrdinaryTable(definition, limits.chunkRows());
        if (!temporary) {
            table.keep(rows);
        }
        tables.add(table);
    }

    /** Writes down what is to be kept, if anything has changed, so that opening it again is quick. */
    void checkpoint() {
        rows.checkpoint(tick);
    }

    /** Takes a table out that no view and no job reads. */
    public void dropTable(String name) {
        endReadersOf(name);
        tables.drop(name);
    }

    /** Adds a view; it is complete when this returns, as far as its sources have been read. */
    public LiveView addView(String name, Plan plan) {
        PipelineBuilder.Built built = build(plan);
        LiveView view = new LiveView(name, plan, built.root(), built.content(), tick, limits.chunkRows());
        circuit.expose(name, built.root());
        add(view);
        turn();
        return view;
    }

    /** Puts a view in the place of another of that name, which no view and no job reads. If it cannot be built the other stays. */
    public LiveView replaceView(String name, Plan plan) {
        PipelineBuilder.Built built = build(plan);
        endReadersOf(name);
        LivePipeline old = pipelines.remove(name);
        LiveView view = new LiveView(name, plan, built.root(), built.content(), tick, limits.chunkRows());
        circuit.removeRelation(name);
        circuit.expose(name, built.root());
        add(view);
        circuit.remove(old.root());
        old.close(dropped(name));
        tables.stopUnread(pipelines.inputs());
        turn();
        return view;
    }

    /** Adds a job that writes to a sink; the sink is closed if that fails. */
    public LiveJob addJob(String name, Plan plan, String table, Sink sink, SinkMode mode) {
        PipelineBuilder.Built built = null;
        try {
            built = build(plan);
            LiveJob job = new LiveJob(name, plan, built.root(), table, sink, mode);
            job.take(tick, built.content());
            add(job);
            turn();
            return job;
        } catch (RuntimeException e) {
            if (built != null && pipelines.remove(name) == null) {
                circuit.remove(built.root());
                tables.stopUnread(pipelines.inputs());
            }
            closeAfter(sink, e);
            throw e;
        }
    }

    private static void closeAfter(Sink sink, RuntimeException reason) {
        try {
            sink.close();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** Gives a queue the changes of a query from now on, and before that its result so far if wanted. */
    public void follow(String name, Plan plan, ChangeQueue queue, boolean snapshot) {
        PipelineBuilder.Built built = build(plan);
        LiveQuery query = new LiveQuery(name, plan, built.root(), queue);
        add(query);
        if (snapshot) {
            query.take(tick, built.content());
        }
    }

    /** Gives a queue the changes of a view from now on, and before that what it contains if wanted. */
    public void follow(LiveView view, ChangeQueue queue, boolean snapshot) {
        view.follow(queue, snapshot, tick);
    }

    private PipelineBuilder.Built build(Plan plan) {
        requireWhole();
        try {
            return builder.build(plan);
        } catch (RuntimeException e) {
            tables.stopUnread(pipelines.inputs());
            throw e;
        }
    }

    private void add(LivePipeline pipeline) {
        pipelines.put(pipeline);
        changed = true;
    }

    /** Takes a view or job out that nothing reads. */
    public void dropPipeline(String name) {
        LivePipeline pipeline = pipelines.remove(name);
        if (pipeline instanceof LiveView) {
            endReadersOf(name);
            circuit.removeRelation(name);
        }
        circuit.remove(pipeline.root());
        tables.stopUnread(pipelines.inputs());
        pipeline.close(dropped(name));
    }

    private static LeatException dropped(String name) {
        return LeatException.of(ErrorCode.UNKNOWN_OBJECT, "\"" + name + "\" was dropped");
    }

    /** Ends the queries that somebody follows and that read a relation which goes. */
    private void endReadersOf(String relation) {
        for (LivePipeline pipeline : pipelines.followersOf(relation)) {
            pipeline.fail(dropped(relation));
            dropPipeline(pipeline.name());
        }
    }

    /** Adds rows to an ordinary table; they are safe, and all views have them, after the next turn. */
    public void insert(OrdinaryTable table, Chunk stored) {
        table.insert(stored, tick + 1);
    }

    /** Removes rows from an ordinary table and adds others; safe, and in all views, after the next turn. */
    public void replace(OrdinaryTable table, Chunk removedStored, Chunk addedStored) {
        table.replace(removedStored, addedStored, tick + 1);
    }

    /** Moves an ordinary table's event time on, to a time or with {@code Long.MAX_VALUE} to the end, by the next turn. */
    public void advance(OrdinaryTable table, long time) {
        table.advance(time, tick + 1);
    }

    /** A circuit that computes a finite query over what there is now; whoever gets it turns it on a thread of his own. */
    public FiniteQuery finite(Plan plan) {
        return builder.finite(plan);
    }

    /** Says who fills the system tables. */
    public void setSystemContent(SystemContent content) {
        systemContent = content;
    }

    ZSet systemContent(String table) {
        return systemContent.of(table);
    }

    /** A table. */
    public LiveTable table(String name) {
        return tables.get(name);
    }

    /** All tables. */
    public Collection<LiveTable> tables() {
        return tables.all();
    }

    /** A view or a job. */
    public Optional<LivePipeline> pipeline(String name) {
        return pipelines.get(name);
    }

    /** All views, jobs and followed queries. */
    public List<LivePipeline> pipelines() {
        return pipelines.all();
    }

    /** Rows of a table that came too late: as many as the operator counts that left out the most. */
    public long lateRows(String table) {
        return circuit.nodes().stream()
                .mapToLong(node -> node.lateRows(table))
                .max()
                .orElse(0);
    }

    /** The source tables that a relation is computed from, itself if it is one. */
    public List<SourceTable> sourcesBelow(String relation) {
        LiveTable table = tables.get(relation);
        if (table != null) {
            return table instanceof SourceTable source ? List.of(source) : List.of();
        }
        return pipelines.get(relation).stream()
                .flatMap(pipeline -> pipeline.inputs().stream())
                .map(input -> tables.get(input.relation()))
                .filter(SourceTable.class::isInstance)
                .map(SourceTable.class::cast)
                .distinct()
                .toList();
    }

    Circuit circuit() {
        return circuit;
    }

    InputNode input(String table) {
        return tables.input(table);
    }

    Node node(String relation) {
        return circuit.relation(relation);
    }

    /** Tells everybody that the graph has failed as a whole. */
    void fail(LeatException reason) {
        pipelines.fail(reason);
    }

    static LeatException closedError() {
        return LeatException.of(ErrorCode.CLOSED, "the database is closed");
    }

    /** Ends everything that runs; what fails while it ends does not keep the rest open, and is thrown at last. */
    @Override
    public void close() {
        List<Runnable> closings = new ArrayList<>();
        pipelines.all().forEach(pipeline -> closings.add(() -> pipeline.close(closedError())));
        tables.all().forEach(table -> closings.add(table::close));
        closings.add(circuit.context().shards()::close);
        pipelines.clear();
        tables.clear();
        Closing.all(closings);
    }

    /** What a relation contains, for queries: rows with the columns that they have in the circuit. */
    ZSet content(String relation) {
        return pipelines
                .get(relation)
                .filter(LiveView.class::isInstance)
                .map(view -> ((LiveView) view).snapshot())
                .orElseGet(() -> tables.get(relation).content());
    }
}
