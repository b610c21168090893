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
import io.leat.engine.durable.ChangedDefinitions;
import io.leat.engine.durable.Durability;
import io.leat.engine.durable.PinnedCheckpoint;
import io.leat.engine.progress.OpeningWatch;
import io.leat.engine.system.SystemContent;
import io.leat.engine.view.ChangeQueue;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.circuit.CircuitContext;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.circuit.Node;
import io.leat.executor.shard.Shards;
import io.leat.executor.state.Archivable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is running: one circuit, the tables that feed it, the views and jobs that it feeds. Used by one thread at a time:
 * the run loop's, or a test's.
 */
public final class Graph implements AutoCloseable {
    private final Clock clock;
    private final Limits limits;
    private final SourceOpener opener;
    private final Circuit circuit;
    private final PipelineBuilder builder;
    private final Tables tables;
    private final Pipelines pipelines = new Pipelines();
    private final Buildings buildings = new Buildings();
    private final Durability durability;
    private final Ticking ticking;
    private final Checkpoints checkpoints;
    private final PipelineLife life;
    private final ViewReplacements replacements;
    private final Namesakes namesakes;
    private boolean restoring;
    private OpeningWatch opening;
    private SystemContent systemContent = table -> ZSet.EMPTY;

    /**
     * A graph in which nothing runs. If something was recovered, nothing runs before {@link #restore}.
     *
     * @param shards closed with it
     * @param durability keeps what runs
     */
    public Graph(SourceOpener opener, Clock clock, Limits limits, Shards shards, Durability durability) {
        this.opener = opener;
        this.opening = OpeningWatch.ofNobody(clock);
        this.clock = clock;
        this.limits = limits;
        this.circuit = new Circuit(new CircuitContext(clock, limits, false, shards));
        this.tables = new Tables(circuit, buildings, limits);
        this.builder = new PipelineBuilder(this, buildings, clock, limits);
        this.durability = durability;
        this.ticking = new Ticking(circuit, tables, pipelines, buildings, durability, clock);
        this.checkpoints = new Checkpoints(circuit, tables, pipelines, durability, ticking, clock);
        this.life = new PipelineLife(this, tables, pipelines, builder, buildings, durability, limits);
        this.replacements = new ViewReplacements(this, life, pipelines, durability);
        this.namesakes = new Namesakes(durability);
        this.restoring = durability.recovered().isPresent();
    }

    /**
     * All definitions have been made: brings back what they remembered, and lets everything go on from there.
     *
     * @throws LeatException if a source cannot be opened, or has no longer what was read from it
     */
    public void restore() {
        life.restore();
        restoring = false;
        life.goOn();
        pipelines.setDefined();
        opening = OpeningWatch.ofNobody(clock);
        if (ticking.isChanged()) {
            turn();
        }
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
        if (restoring) {
            return 0;
        }
        ticking.requireWhole();
        dropAbandoned();
        long work = ticking.turn(!pressing && pipelines.isFull());
        dropAbandoned();
        pipelines.flush(work == 0, clock.nanos());
        durability.requireWhole();
        checkpoints.beginIfDue();
        return (int) Math.min(work, Integer.MAX_VALUE);
    }

    private void dropAbandoned() {
        pipelines.abandoned().forEach(life::drop);
    }

    /**
     * Takes a checkpoint with which a view changes, before those who read it know that.
     *
     * @throws LeatException NOT_ALLOWED if a job stands that could not write everything; DISK_FULL
     */
    void checkpoint(ViewSwitch change, ChangedDefinitions definitions) {
        checkpoints.take(change, definitions);
    }

    /**
     * Begins a checkpoint that is to be copied.
     *
     * @return empty if one is being written already; ask again when it is
     * @throws LeatException NOT_ALLOWED if a job stands that could not write everything; DISK_FULL if sources wait for room
     */
    public Optional<PinnedCheckpoint> pin() {
        return checkpoints.pin();
    }

    /** Writes down what is to be kept, if anything has changed, so that opening it again is quick; returns when it is safe. */
    void checkpoint() {
        if (!restoring) {
            checkpoints.takeNow();
        }
    }

    /** Lets jobs stand that stood when a checkpoint was taken. */
    void giveUp(GivenUpJobs jobs) {
        pipelines.giveUp(jobs);
    }

    /** What views, jobs and the operators below them remember, by name; also those that may come back into their place. */
    Map<String, Archivable> pipelineParts() {
        return checkpoints.pipelineParts();
    }

    /** Says who is told how far {@link #restore} comes. */
    public void setOpening(OpeningWatch watch) {
        opening = watch;
    }

    OpeningWatch opening() {
        return opening;
    }

    Ticking ticking() {
        return ticking;
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
        if (!pipelines.all().isEmpty() || !buildings.isEmpty()) {
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
        return ticking.tick();
    }

    /**
     * Adds a table; a connector is opened only when something reads it. Rows of an ordinary table are kept, and those that
     * were kept are there again, unless it is temporary.
     */
    public void addTable(TableDefinition definition, boolean temporary) {
        LiveTable table = definition.connector().isPresent()
                ? new SourceTable(definition, opener, limits.tickRows(), limits.chunkRows())
                : new OrdinaryTable(definition, limits.chunkRows());
        if (!temporary && table instanceof OrdinaryTable ordinary) {
            ordinary.keep(durability);
        }
        if (!restoring) {
            namesakes.made(table);
        }
        tables.add(table);
    }

    /** Takes a table out that no view and no job reads. */
    public void dropTable(String name) {
        life.endReadersOf(name);
        namesakes.dropped(tables.get(name));
        tables.drop(name);
    }

    /** Adds a view; it is complete when this returns, as far as its sources have been read. */
    public void addView(String name, Plan plan, ErrorHandling errors) {
        life.addView(name, plan, errors);
    }

    /**
     * Puts a view in the place of another of that name. If it cannot be built the other stays.
     *
     * @param replacement who reads the view can go on reading it; empty if no view and no job reads it
     */
    public void replaceView(String name, Plan plan, ErrorHandling errors, Optional<Replacement> replacement) {
        replacements.replace(name, plan, errors, replacement);
    }

    /** Puts a view that was replaced back in its place, since its replacement could not be written down. */
    public void undoReplacement(String name, Optional<Replacement> replacement) {
        replacements.undo(name, replacement);
    }

    /**
     * Makes visible outside what a job has written, before it is stopped.
     *
     * @throws LeatException why that is not possible; the job has failed then
     */
    public void flush(String job) {
        pipelines.flushOrFail(one -> one.name().equalsIgnoreCase(job), clock.nanos());
    }

    /**
     * Makes visible outside what jobs have written so far that have not failed.
     *
     * @throws LeatException why one cannot; it has failed then
     */
    public void flushJobs() {
        pipelines.flushOrFail(one -> true, clock.nanos());
    }

    /** Adds a job that writes to a sink; the sink is closed if that fails. Nothing is visible before {@link #setDefined}. */
    public void addJob(String name, Plan plan, ErrorHandling errors, String table, Sink sink, SinkMode mode) {
        life.addJob(name, plan, errors, table, sink, mode);
    }

    /** The definitions of all views and jobs are safe. */
    public void setDefined() {
        pipelines.setDefined();
        replacements.forgetReplaced();
    }

    /** Gives a queue the changes of a query from now on, and before that its result so far if wanted. */
    public void follow(String name, Plan plan, ChangeQueue queue, boolean snapshot) {
        life.follow(name, plan, queue, snapshot);
    }

    /** Gives a queue the changes of a view from now on, and before that what it contains if wanted. */
    public void follow(LiveView view, ChangeQueue queue, boolean snapshot) {
        view.follow(queue, snapshot, ticking.tick());
    }

    /** Takes a view or job out that nothing reads. */
    public void dropPipeline(String name) {
        life.drop(name);
    }

    PipelineLife life() {
        return life;
    }

    /** Adds rows to an ordinary table; they are safe, and all views have them, after the next turn. */
    public void insert(OrdinaryTable table, Chunk stored) {
        ticking.write((tick, millis) -> table.insert(stored, tick, millis));
    }

    /** Removes rows from an ordinary table and adds others; safe, and in all views, after the next turn. */
    public void replace(OrdinaryTable table, Chunk removedStored, Chunk addedStored) {
        ticking.write((tick, millis) -> table.replace(removedStored, addedStored, tick, millis));
    }

    /** Moves an ordinary table's event time on, to a time or with {@code Long.MAX_VALUE} to the end, by the next turn. */
    public void advance(OrdinaryTable table, long time) {
        ticking.write((tick, millis) -> table.advance(time, tick, millis));
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

    /** The tables with a connector. */
    List<SourceTable> sources() {
        return tables.sources();
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
        if (tables.get(relation) != null) {
            return tables.source(relation).stream().toList();
        }
        return pipelines.get(relation).stream()
                .flatMap(pipeline -> sourcesOf(pipeline).stream())
                .toList();
    }

    /** The source tables that a view or job is computed from. */
    public List<SourceTable> sourcesOf(LivePipeline pipeline) {
        return pipeline.inputs().stream()
                .flatMap(input -> tables.source(input.relation()).stream())
                .distinct()
                .toList();
    }

    /** The clock's nanoseconds. */
    public long nanos() {
        return clock.nanos();
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

    /** What a relation contains, for queries: rows with the columns that they have in the circuit; as far as it has come. */
    ZSet content(String relation) {
        return pipelines
                .get(relation)
                .filter(LiveView.class::isInstance)
                .map(view -> ((LiveView) view).standing())
                .orElseGet(() -> tables.get(relation).content());
    }
}
