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
import io.leat.engine.system.SystemContent;
import io.leat.engine.view.ChangeQueue;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.circuit.CircuitContext;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.circuit.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final Map<String, LiveTable> tables = new LinkedHashMap<>();
    private final Map<String, InputNode> inputs = new LinkedHashMap<>();
    private final Map<String, LivePipeline> pipelines = new LinkedHashMap<>();
    private SystemContent systemContent = table -> ZSet.EMPTY;
    private long tick;
    private boolean changed;
    private RuntimeException broken;

    /** A graph in which nothing runs. */
    public Graph(SourceOpener opener, Clock clock, Limits limits) {
        this.opener = opener;
        this.clock = clock;
        this.limits = limits;
        this.circuit = new Circuit(new CircuitContext(clock, limits, false));
        this.builder = new PipelineBuilder(this, clock, limits);
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
        dropAbandoned();
        long work = intake(!pressing && isHeldBack());
        if (work > 0 || changed) {
            changed = false;
            step();
            publish();
        }
        flush(work == 0);
        return (int) Math.min(work, Integer.MAX_VALUE);
    }

    private void step() {
        tick++;
        try {
            circuit.step(tick, clock.epochMillis());
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

    /** Sources wait while a reader of changes has not kept up; what was inserted by hand comes in all the same. */
    private long intake(boolean heldBack) {
        boolean untimedBehind = tables.values().stream().anyMatch(Graph::isUntimedBehind);
        long work = 0;
        for (Map.Entry<String, LiveTable> entry : tables.entrySet()) {
            LiveTable table = entry.getValue();
            boolean waits = heldBack || untimedBehind && table.isTimed();
            if (!waits || table instanceof OrdinaryTable) {
                work += table.intake(inputs.get(entry.getKey()), limits.tickRows());
            }
        }
        failDependents();
        return work;
    }

    /** Tables without event time come in first, so that streams that are joined with them find them there. */
    private static boolean isUntimedBehind(LiveTable table) {
        return table instanceof SourceTable source && !source.isTimed() && source.isPolling() && !source.isCaughtUp();
    }

    private void failDependents() {
        for (Map.Entry<String, LiveTable> entry : tables.entrySet()) {
            if (entry.getValue() instanceof SourceTable source) {
                source.newFailure().ifPresent(reason -> failReaders(inputs.get(entry.getKey()), reason));
            }
        }
    }

    private void failReaders(InputNode input, LeatException reason) {
        pipelines.values().stream()
                .filter(pipeline -> pipeline.inputs().contains(input))
                .forEach(pipeline -> pipeline.fail(reason));
    }

    private void publish() {
        for (LivePipeline pipeline : List.copyOf(pipelines.values())) {
            try {
                pipeline.publish(tick);
            } catch (RuntimeException e) {
                pipeline.fail(asLeatException(e));
            }
        }
        dropAbandoned();
    }

    private void dropAbandoned() {
        pipelines.values().stream()
                .filter(pipeline -> pipeline instanceof LiveQuery query && (query.isAbandoned() || query.isEnded()))
                .map(LivePipeline::name)
                .toList()
                .forEach(this::dropPipeline);
    }

    static LeatException asLeatException(RuntimeException e) {
        return e instanceof LeatException leat ? leat : LeatException.internal("in a connector", e);
    }

    private void flush(boolean idle) {
        for (LivePipeline pipeline : pipelines.values()) {
            if (pipeline instanceof LiveJob job && !job.isEnded()) {
                try {
                    job.flushIfDue(idle, clock.nanos());
                } catch (RuntimeException e) {
                    job.fail(asLeatException(e));
                }
            }
        }
    }

    private boolean isHeldBack() {
        return pipelines.values().stream().anyMatch(LivePipeline::isFull);
    }

    /** Whether a source may bring something without being told. */
    public boolean isPolling() {
        return tables.values().stream().anyMatch(table -> table instanceof SourceTable source && source.isPolling());
    }

    /** The number of the last tick. */
    public long tick() {
        return tick;
    }

    /** Adds a table; a connector is opened only when something reads it. */
    public void addTable(TableDefinition definition) {
        LiveTable table = definition.connector().isEmpty()
                ? new OrdinaryTable(definition, limits.chunkRows())
                : new SourceTable(definition, opener, limits.tickRows(), limits.chunkRows());
        tables.put(key(definition.name()), table);
        addInput(table);
    }

    private void addInput(LiveTable table) {
        TableDefinition definition = table.definition();
        inputs.put(
                key(definition.name()),
                circuit.addInput(definition.name(), LiveTable.circuitSchema(definition), table.isTimed()));
    }

    /** Takes a table out that no view and no job reads. */
    public void dropTable(String name) {
        endReadersOf(name);
        LiveTable table = tables.remove(key(name));
        inputs.remove(key(name));
        circuit.removeRelation(name);
        table.close();
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
        LivePipeline old = pipelines.remove(key(name));
        LiveView view = new LiveView(name, plan, built.root(), built.content(), tick, limits.chunkRows());
        circuit.removeRelation(name);
        circuit.expose(name, built.root());
        add(view);
        circuit.remove(old.root());
        old.close(dropped(name));
        stopUnread();
        turn();
        return view;
    }

    /** Adds a job that writes to a sink; the sink is closed if that fails. */
    public LiveJob addJob(String name, Plan plan, String table, Sink sink, SinkMode mode) {
        PipelineBuilder.Built built = null;
        try {
            built = build(plan);
            LiveJob job = new LiveJob(name, plan, built.root(), table, sink, mode, limits.chunkRows());
            job.take(tick, built.content());
            add(job);
            turn();
            return job;
        } catch (RuntimeException e) {
            if (built != null && pipelines.remove(key(name)) == null) {
                circuit.remove(built.root());
                stopUnread();
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
        LiveQuery query = new LiveQuery(name, plan, built.root(), queue, limits.chunkRows());
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
            stopUnread();
            throw e;
        }
    }

    private void add(LivePipeline pipeline) {
        pipelines.put(key(pipeline.name()), pipeline);
        changed = true;
    }

    /** Takes a view or job out that nothing reads. */
    public void dropPipeline(String name) {
        LivePipeline pipeline = pipelines.remove(key(name));
        if (pipeline instanceof LiveView) {
            endReadersOf(name);
            circuit.removeRelation(name);
        }
        circuit.remove(pipeline.root());
        stopUnread();
        pipeline.close(dropped(name));
    }

    private static LeatException dropped(String name) {
        return LeatException.of(ErrorCode.UNKNOWN_OBJECT, "\"" + name + "\" was dropped");
    }

    /** Ends the queries that somebody follows and that read a relation which goes. */
    private void endReadersOf(String relation) {
        for (LivePipeline pipeline : List.copyOf(pipelines.values())) {
            if (pipeline instanceof LiveQuery && PipelineBuilder.reads(pipeline.plan(), relation)) {
                pipeline.fail(dropped(relation));
                dropPipeline(pipeline.name());
            }
        }
    }

    /** Closes the readers of sources that nothing reads any more; they begin anew with whatever reads them next. */
    private void stopUnread() {
        Set<InputNode> read = new HashSet<>();
        pipelines.values().forEach(pipeline -> read.addAll(pipeline.inputs()));
        for (LiveTable table : List.copyOf(tables.values())) {
            String name = table.definition().name();
            if (table instanceof SourceTable source && source.isStarted() && !read.contains(input(name))) {
                circuit.removeRelation(name);
                addInput(table);
                source.stop();
            }
        }
    }

    /** Adds rows to an ordinary table; all views have them when this returns. */
    public void insert(OrdinaryTable table, Chunk stored) {
        table.insert(stored);
        turn();
    }

    /** Removes rows from an ordinary table and adds others, in one tick; all views have it when this returns. */
    public void replace(OrdinaryTable table, Chunk removedStored, Chunk addedStored) {
        table.replace(removedStored, addedStored);
        turn();
    }

    /** Moves an ordinary table's event time on, to a time or with {@code Long.MAX_VALUE} to the end. */
    public void advance(OrdinaryTable table, long time) {
        table.advance(time);
        turn();
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
        return tables.get(key(name));
    }

    /** All tables. */
    public Collection<LiveTable> tables() {
        return List.copyOf(tables.values());
    }

    /** A view or a job. */
    public Optional<LivePipeline> pipeline(String name) {
        return Optional.ofNullable(pipelines.get(key(name)));
    }

    /** All views, jobs and followed queries. */
    public List<LivePipeline> pipelines() {
        return new ArrayList<>(pipelines.values());
    }

    /** Rows of a table that came too late: as many as the operator counts that left out the most. */
    public long lateRows(String table) {
        return circuit.nodes().stream()
                .mapToLong(node -> node.late().count(table))
                .max()
                .orElse(0);
    }

    /** The source tables that a relation is computed from, itself if it is one. */
    public List<SourceTable> sourcesBelow(String relation) {
        LiveTable table = tables.get(key(relation));
        if (table != null) {
            return table instanceof SourceTable source ? List.of(source) : List.of();
        }
        return Optional.ofNullable(pipelines.get(key(relation))).stream()
                .flatMap(pipeline -> pipeline.inputs().stream())
                .map(input -> tables.get(key(input.relation())))
                .filter(SourceTable.class::isInstance)
                .map(SourceTable.class::cast)
                .distinct()
                .toList();
    }

    Circuit circuit() {
        return circuit;
    }

    InputNode input(String table) {
        return inputs.get(key(table));
    }

    Node node(String relation) {
        return circuit.relation(relation);
    }

    /** Tells everybody that the graph has failed as a whole. */
    void fail(LeatException reason) {
        pipelines.values().forEach(pipeline -> pipeline.fail(reason));
    }

    static LeatException closedError() {
        return LeatException.of(ErrorCode.CLOSED, "the database is closed");
    }

    /** Ends everything that runs; what fails while it ends does not keep the rest open, and is thrown at last. */
    @Override
    public void close() {
        List<Runnable> closings = new ArrayList<>();
        pipelines.values().forEach(pipeline -> closings.add(() -> pipeline.close(closedError())));
        tables.values().forEach(table -> closings.add(table::close));
        pipelines.clear();
        tables.clear();
        Closing.all(closings);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What a relation contains, for queries: rows with the columns that they have in the circuit. */
    ZSet content(String relation) {
        return pipelines.get(key(relation)) instanceof LiveView view
                ? view.snapshot()
                : tables.get(key(relation)).content();
    }
}
