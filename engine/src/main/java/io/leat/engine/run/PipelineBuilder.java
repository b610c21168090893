package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Sort;
import io.leat.core.time.Clock;
import io.leat.engine.progress.ReadingProgress;
import io.leat.engine.system.SystemTables;
import io.leat.engine.view.Content;
import io.leat.executor.circuit.CircuitContext;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.circuit.Node;
import io.leat.executor.source.ErrorPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Brings new plans to life in a graph. If what a plan reads has history, the plan first computes that in a circuit of its
 * own, from the same positions at which the others stand, and is then moved over between two ticks.
 */
final class PipelineBuilder {
    /** How long to leave the processor to a source's own thread when it has nothing ready. */
    private static final long PAUSE_NANOS = 200_000;
    /** Of how many large ticks the rows of a source are noted, so that they need not be read again. */
    private static final int NOTED_TICKS = 8;

    private final Graph graph;
    private final Buildings buildings;
    private final Clock clock;
    private final Limits limits;

    PipelineBuilder(Graph graph, Buildings buildings, Clock clock, Limits limits) {
        this.graph = graph;
        this.buildings = buildings;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * A plan that runs.
     *
     * @param root where its changes come out from now on
     * @param content its result up to the last tick
     * @param failed the rows that it could not compute
     * @param clockMillis the time at which rows came that were there before it
     */
    record Built(Node root, ZSet content, ZSet failed, long clockMillis) {

        /** Gives a view or job what there is up to a tick; one that must stop for a row of it fails. */
        void begin(LivePipeline pipeline, long tick) {
            Optional<LeatException> refusal = pipeline.refusal(failed);
            if (refusal.isPresent()) {
                pipeline.fail(refusal.get());
                return;
            }
            pipeline.begin(tick, content);
            pipeline.errors().ifPresent(errors -> errors.begin(tick, failed));
        }
    }

    /** Wires a plan into the graph, complete up to the last tick; what was built of it beside the ticks is taken over. */
    Built build(Plan plan, ErrorHandling errors) {
        scans(plan).keySet().forEach(this::start);
        Optional<Building> building = buildings.of(plan);
        if (building.isPresent() && hasHistory(plan)) {
            return building.get().graft(graph.circuit());
        }
        lookedUp(plan).forEach(this::read);
        return wire(plan, errors, clock.epochMillis());
    }

    /** Wires a plan all of whose sources are being read into the graph, complete up to the last tick. */
    Built wire(Plan plan, ErrorHandling errors, long clockMillis) {
        if (!hasHistory(plan)) {
            return new Built(graph.circuit().add(plan), ZSet.EMPTY, ZSet.EMPTY, clockMillis);
        }
        Building building = begin(plan, errors, clockMillis);
        try {
            building.grow();
            building.catchUp(() -> graph.opening().reached(building.progress()));
            return building.graft(graph.circuit());
        } finally {
            end(building);
        }
    }

    private boolean hasHistory(Plan plan) {
        return scans(plan).keySet().stream().anyMatch(this::hasHistory);
    }

    /** Begins to build a plan in a circuit of its own; {@link #end} must follow. */
    Building begin(Plan plan, ErrorHandling errors) {
        return begin(plan, errors, clock.epochMillis());
    }

    private Building begin(Plan plan, ErrorHandling errors, long clockMillis) {
        Reused reused = Reused.of(plan, graph.pipelines(), this::hasOrigins);
        Replay replay = new Replay(graph.circuit().context(), lookedUp(plan), clockMillis);
        List<GrowingFeed> feeds = new ArrayList<>();
        List<Node> taken = new ArrayList<>();
        Set<InputNode> inputs = new LinkedHashSet<>();
        for (String relation : reused.relations()) {
            feeds.add(addRelation(replay, relation));
            graph.sourcesBelow(relation)
                    .forEach(
                            source -> inputs.add(graph.input(source.definition().name())));
        }
        for (LiveView view : reused.views()) {
            Node node = graph.circuit().add(view.plan());
            taken.add(node);
            inputs.addAll(view.inputs());
            feeds.add(viewFeed(view, node));
            replay.add(node, feeds.get(feeds.size() - 1));
        }
        replay.plan(plan, errors);
        Content content = new Content(plan.schema().types(), limits.chunkRows());
        return new Building(plan, replay, feeds, inputs, reused.views(), taken, content, limits.tickRows());
    }

    /** Whether rows of a relation say where they come from. */
    private boolean hasOrigins(String relation) {
        LiveTable table = graph.table(relation);
        return table != null && table.tellsOrigins();
    }

    /** It is built, or never will be. */
    void end(Building building) {
        building.close();
        building.taken().forEach(graph.circuit()::remove);
    }

    /** Lets the sources be read that rows are looked up in; answers how far that has come, nothing when all is read. */
    Optional<ReadingProgress> readingLookedUp(Plan plan) {
        Set<String> relations = lookedUp(plan);
        relations.forEach(this::start);
        return relations.stream()
                .flatMap(relation -> graph.sourcesBelow(relation).stream())
                .flatMap(source -> source.catchUp().stream()
                        .map(catchUp -> catchUp.progress(source.reader().get())))
                .reduce(ReadingProgress::and);
    }

    private void start(String relation) {
        graph.sourcesBelow(relation).forEach(source -> source.start(ErrorPolicy.DIVERT));
    }

    /** The relations on the right of lookup joins: a row that comes before they are complete would find too little. */
    private static Set<String> lookedUp(Plan plan) {
        Set<String> relations = new LinkedHashSet<>();
        if (plan instanceof LookupJoin join) {
            relations.addAll(scans(join.right()).keySet());
        }
        plan.inputs().forEach(input -> relations.addAll(lookedUp(input)));
        return relations;
    }

    /** Lets the graph turn until what a relation's sources held when reading began has been read. */
    private void read(String relation) {
        while (graph.sourcesBelow(relation).stream().anyMatch(source -> !source.isCaughtUp())) {
            start(relation);
            if (graph.turn() == 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        start(relation);
    }

    private boolean hasHistory(String relation) {
        LiveTable table = graph.table(relation);
        if (table == null) {
            graph.pipeline(relation).orElseThrow(() -> unknown(relation));
            return true;
        }
        return table.hasHistory();
    }

    private static LeatException unknown(String relation) {
        if (SystemTables.schema(relation).isPresent()) {
            return LeatException.unsupported(
                    relation + " in a query that runs for ever", "Read it with a plain SELECT, as often as you like.");
        }
        return LeatException.of(ErrorCode.UNKNOWN_TABLE, "unknown table or view \"" + relation + "\"");
    }

    private GrowingFeed addRelation(Replay replay, String relation) {
        LiveTable table = graph.table(relation);
        if (table == null) {
            LiveView view = (LiveView) graph.pipeline(relation).orElseThrow(() -> unknown(relation));
            Node node = graph.node(relation);
            GrowingFeed feed = viewFeed(view, node);
            replay.add(relation, node.schema(), node.isTimed(), graph.circuit().distribution(relation), feed);
            return feed;
        }
        GrowingFeed feed = table instanceof SourceTable source ? sourceFeed(source) : tableFeed(table, () -> {});
        replay.add(relation, LiveTable.circuitSchema(table.definition()), table.isTimed(), feed);
        return feed;
    }

    private GrowingFeed viewFeed(LiveView view, Node node) {
        return new KeptFeed(node, view::requireWhole, view::snapshot, node::watermark, limits.tickRows());
    }

    private GrowingFeed sourceFeed(SourceTable source) {
        return source.definition().isKeyed()
                ? tableFeed(source, source::requireWhole)
                : new StreamFeed(source, graph.input(source.definition().name()), NOTED_TICKS * limits.tickRows());
    }

    private GrowingFeed tableFeed(LiveTable table, Runnable check) {
        InputNode input = graph.input(table.definition().name());
        return new KeptFeed(input, check, table::content, table::watermark, limits.tickRows());
    }

    private void addView(Replay replay, String relation) {
        Node node = graph.node(relation);
        Feed feed = new ContentFeed(graph.content(relation), node.watermark());
        replay.add(relation, node.schema(), node.isTimed(), node.distribution(), feed);
    }

    /** A circuit that computes a finite query over what there is now. */
    FiniteQuery finite(Plan plan) {
        Plan unsorted = plan instanceof Sort sort ? sort.input() : plan;
        Replay replay = new Replay(
                new CircuitContext(
                        clock, limits, true, graph.circuit().context().shards()),
                Set.of(),
                clock.epochMillis());
        try {
            for (String relation : scans(unsorted).keySet()) {
                addEverything(replay, relation);
            }
            replay.plan(unsorted, ErrorHandling.NONE);
            return new FiniteQuery(replay, plan, limits);
        } catch (RuntimeException e) {
            replay.close();
            throw e;
        }
    }

    private void addEverything(Replay replay, String relation) {
        LiveTable table = graph.table(relation);
        if (table instanceof SourceTable source) {
            Feed feed = source.isStarted() ? source.history(true) : source.everything(ErrorPolicy.FAIL);
            replay.add(relation, LiveTable.circuitSchema(source.definition()), source.isTimed(), feed);
        } else if (table != null) {
            replay.add(relation, LiveTable.circuitSchema(table.definition()), table.isTimed(), table.history(true));
        } else if (graph.pipeline(relation).isPresent()) {
            addView(replay, relation);
        } else {
            replay.add(
                    relation,
                    SystemTables.schema(relation).orElseThrow(() -> unknown(relation)),
                    false,
                    new ContentFeed(graph.systemContent(relation), Long.MAX_VALUE));
        }
    }

    /** Whether a plan reads a relation. */
    static boolean reads(Plan plan, String relation) {
        return scans(plan).keySet().stream().anyMatch(relation::equalsIgnoreCase);
    }

    /** What a plan reads, each relation once. */
    static Map<String, Scan> scans(Plan plan) {
        Map<String, Scan> scans = new LinkedHashMap<>();
        List<Plan> open = new ArrayList<>(List.of(plan));
        while (!open.isEmpty()) {
            Plan next = open.remove(open.size() - 1);
            if (next instanceof Scan scan) {
                scans.put(scan.relation(), scan);
            }
            open.addAll(next.inputs());
        }
        return scans;
    }
}
