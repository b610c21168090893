package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkMode;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.plan.Plan;
import io.leat.engine.durable.ArchivedBytes;
import io.leat.engine.durable.Durability;
import io.leat.engine.durable.PipelineRecord;
import io.leat.engine.progress.ReadingProgress;
import io.leat.engine.view.ChangeQueue;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.circuit.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Brings views, jobs and followed queries to life, and takes them out. */
final class PipelineLife {
    private final Graph graph;
    private final Tables tables;
    private final Pipelines pipelines;
    private final PipelineBuilder builder;
    private final Buildings buildings;
    private final Durability durability;
    private final Limits limits;
    private Optional<Restoration> restoration;
    /** Whether what is added was there before: what cannot go on is there all the same, and has failed. */
    private boolean opening;

    PipelineLife(
            Graph graph,
            Tables tables,
            Pipelines pipelines,
            PipelineBuilder builder,
            Buildings buildings,
            Durability durability,
            Limits limits) {
        this.graph = graph;
        this.tables = tables;
        this.pipelines = pipelines;
        this.builder = builder;
        this.buildings = buildings;
        this.durability = durability;
        this.limits = limits;
        this.restoration = durability.recovered().map(recovered -> new Restoration(graph, recovered));
    }

    /** Brings those that were defined so far back to where they were. */
    void restore() {
        restoration.ifPresent(Restoration::run);
    }

    /** Makes those anew that could not be brought back. */
    void goOn() {
        Optional<Restoration> done = restoration;
        restoration = Optional.empty();
        opening = true;
        done.ifPresent(restored -> restored.left()
                .forEach(definition ->
                        graph.opening().makeAgain(definition.name(), () -> addAgain(definition, restored))));
        opening = false;
    }

    /** Makes one anew; if it was given up, or something that it reads has failed, it stands as it stood. */
    private void addAgain(Definition definition, Restoration restored) {
        Optional<LeatException> givenUp = restored.givenUp(definition);
        Optional<LeatException> failed = PipelineBuilder.scans(definition.plan()).keySet().stream()
                .flatMap(this::failures)
                .findFirst();
        if (givenUp.isEmpty() && failed.isEmpty()) {
            add(definition);
            return;
        }
        LivePipeline pipeline = make(definition, graph.circuit().add(definition.plan()));
        put(pipeline);
        if (givenUp.isPresent() && pipeline instanceof LiveJob job) {
            job.giveUp(givenUp.get());
        } else {
            failed.ifPresent(pipeline::fail);
        }
    }

    private Stream<LeatException> failures(String relation) {
        return Stream.concat(
                pipelines.get(relation).stream().flatMap(read -> read.failure().stream()),
                graph.sourcesBelow(relation).stream().flatMap(source -> source.failure().stream()));
    }

    /** Adds a view; it is complete when this returns, as far as its sources have been read. */
    void addView(String name, Plan plan, ErrorHandling errors) {
        add(view(name, plan, errors));
    }

    /** A view that is to be made. */
    Definition view(String name, Plan plan, ErrorHandling errors) {
        return new Definition(name, plan, errors, root -> new LiveView(name, plan, root, limits.chunkRows()));
    }

    /** Makes a view or job on the node where the changes of its plan come out. */
    LivePipeline make(Definition definition, Node root) {
        LivePipeline pipeline = definition.make().apply(root);
        pipeline.handleErrors(definition.errors(), graph.circuit(), limits.chunkRows());
        return pipeline;
    }

    /** Adds a job that writes to a sink; the sink is closed if that fails. Nothing is visible before {@link Graph#setDefined}. */
    void addJob(String name, Plan plan, ErrorHandling errors, String table, Sink sink, SinkMode mode) {
        try {
            add(new Definition(
                    name, plan, errors, root -> new LiveJob(name, plan, root, table, sink, mode, durability::sync)));
        } catch (RuntimeException e) {
            abortAfter(sink, e);
            throw e;
        }
    }

    private void add(Definition definition) {
        if (restoration.isPresent()) {
            restoration.get().define(definition);
            return;
        }
        begin(definition, build(definition.plan(), definition.errors()), () -> {});
        graph.turn();
    }

    /**
     * Lets a view or job begin between two ticks, which takes a number as a tick does; if it cannot, nothing is left of it.
     *
     * @param makingRoom takes out what was in its place, when nothing can fail any more
     */
    void begin(Definition definition, PipelineBuilder.Built built, Runnable makingRoom) {
        LivePipeline pipeline = make(definition, built.root());
        try {
            requireComputed(pipeline, built);
            pipeline.requireNotBehind(graph.ticking().tick());
            long tick = graph.ticking().nextNumber();
            durability.began(record(definition, built.clockMillis()));
            durability.sync(); // before its definition is safe: a namesake before it must not be taken for it
            built.begin(pipeline, tick);
            makingRoom.run();
            put(pipeline);
        } catch (RuntimeException e) {
            pipeline.release(graph.circuit());
            stopUnread();
            throw e;
        }
    }

    /** Nobody begins with a row that stops it; one that has begun before has failed then. */
    void requireComputed(LivePipeline pipeline, PipelineBuilder.Built built) {
        pipeline.refusal(built.failed()).filter(reason -> !opening).ifPresent(reason -> {
            throw reason;
        });
    }

    /** Makes a view or job anew as it began, at a tick and a time that the journal says. */
    void begin(Definition definition, PipelineRecord record) {
        boolean timed = record.clockMillis() != PipelineRecord.NO_TIME;
        long millis = timed ? record.clockMillis() : graph.ticking().lastStepMillis();
        PipelineBuilder.Built built = builder.wire(definition.plan(), definition.errors(), millis);
        LivePipeline pipeline = make(definition, built.root());
        built.begin(pipeline, record.tick());
        put(pipeline);
        graph.ticking().goOnAfter(record.tick());
    }

    /** What the journal says of one that begins now. */
    PipelineRecord record(Definition definition, long clockMillis) {
        return new PipelineRecord(
                graph.ticking().tick(),
                clockMillis,
                definition.name(),
                definition.fingerprint(),
                readers(definition.plan()));
    }

    /** How far the tables have been read that a plan reads. */
    private Map<String, byte[]> readers(Plan plan) {
        Map<String, byte[]> readers = new LinkedHashMap<>();
        for (String relation : PipelineBuilder.scans(plan).keySet()) {
            for (SourceTable source : graph.sourcesBelow(relation)) {
                readers.put(source.definition().name(), ArchivedBytes.of(source::archiveReader));
            }
        }
        return readers;
    }

    private static void abortAfter(Sink sink, RuntimeException reason) {
        try {
            sink.abort();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** Gives a queue the changes of a query from now on, and before that its result so far if wanted. */
    void follow(String name, Plan plan, ChangeQueue queue, boolean snapshot) {
        PipelineBuilder.Built built = build(plan, ErrorHandling.NONE);
        LiveQuery query = new LiveQuery(name, plan, built.root(), queue);
        put(query);
        query.begin(graph.ticking().tick(), snapshot ? built.content() : ZSet.EMPTY);
    }

    /**
     * Computes a plan so far that something on it can begin; if that fails nothing is left of it.
     *
     * @throws LeatException DISK_FULL if nothing new can begin
     */
    PipelineBuilder.Built build(Plan plan, ErrorHandling errors) {
        requireRoom();
        try {
            return builder.build(plan, errors);
        } catch (RuntimeException e) {
            stopUnread();
            throw e;
        }
    }

    private void requireRoom() {
        graph.ticking().requireWhole();
        if (tables.isHolding()) {
            throw LeatException.of(ErrorCode.DISK_FULL, "what was read cannot be noted, and nothing new can begin")
                    .hint("Make room on the disk that holds the database.");
        }
    }

    /** Closes the sources that nothing reads any more. */
    void stopUnread() {
        Set<InputNode> read = pipelines.inputs();
        read.addAll(buildings.inputs());
        tables.stopUnread(read);
    }

    /** Begins to build a plan beside the ticks; {@link #release} must follow. */
    Building prepare(Plan plan, ErrorHandling errors) {
        requireRoom();
        Building building = builder.begin(plan, errors);
        buildings.add(building);
        return building;
    }

    /** How far reading what must be read before a plan that is being built beside the ticks has come; empty when it has. */
    Optional<ReadingProgress> waitingFor(Building building) {
        return builder.readingLookedUp(building.plan());
    }

    /** A plan that was being built beside the ticks is part of the graph now, or will never be. */
    void release(Building building) {
        buildings.remove(building);
        builder.end(building);
        stopUnread();
    }

    void put(LivePipeline pipeline) {
        pipelines.put(pipeline);
        if (pipeline instanceof LiveView) {
            graph.circuit().expose(pipeline.name(), pipeline.root());
        }
        pipeline.errors().ifPresent(errors -> graph.circuit().expose(errors.name(), errors.root()));
        graph.ticking().setChanged();
    }

    /** Takes a view or job out that nothing reads. */
    void drop(String name) {
        LivePipeline pipeline = pipelines.remove(name);
        if (!(pipeline instanceof LiveQuery)) {
            durability.ended(name);
        }
        hide(pipeline);
        pipeline.release(graph.circuit());
        stopUnread();
        pipeline.closeAll(dropped(name));
    }

    /** Nothing reads a view or job any more, or what is beside it. */
    void hide(LivePipeline pipeline) {
        if (pipeline instanceof LiveQuery) {
            return;
        }
        endReadersOf(pipeline.name());
        if (pipeline instanceof LiveView) {
            graph.circuit().removeRelation(pipeline.name());
        }
        pipeline.errors().ifPresent(errors -> graph.circuit().removeRelation(errors.name()));
    }

    /** What those are told who read something that goes. */
    static LeatException dropped(String name) {
        return LeatException.of(ErrorCode.UNKNOWN_OBJECT, "\"" + name + "\" was dropped");
    }

    /** Ends the queries that somebody follows and that read a relation which goes. */
    void endReadersOf(String relation) {
        for (LivePipeline pipeline : pipelines.followersOf(relation)) {
            pipeline.fail(dropped(relation));
            drop(pipeline.name());
        }
    }
}
