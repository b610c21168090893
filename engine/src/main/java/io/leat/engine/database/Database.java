package io.leat.engine.database;

import io.leat.core.connector.DeliveryGuarantee;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.time.Clock;
import io.leat.engine.catalog.Catalog;
import io.leat.engine.catalog.CatalogStore;
import io.leat.engine.catalog.JobObject;
import io.leat.engine.catalog.TableObject;
import io.leat.engine.durable.BackgroundWork;
import io.leat.engine.durable.CheckpointPolicy;
import io.leat.engine.durable.DatabaseCopies;
import io.leat.engine.durable.DatabaseFiles;
import io.leat.engine.durable.Durability;
import io.leat.engine.durable.DurabilityFigures;
import io.leat.engine.durable.DurableState;
import io.leat.engine.durable.PageTrust;
import io.leat.engine.durable.PinnedCheckpoint;
import io.leat.engine.durable.Recovered;
import io.leat.engine.progress.OpeningWatch;
import io.leat.engine.progress.Progress;
import io.leat.engine.run.Closing;
import io.leat.engine.run.ConnectorRegistry;
import io.leat.engine.run.Graph;
import io.leat.engine.run.RunLoop;
import io.leat.engine.run.SourceOpener;
import io.leat.engine.system.SystemRows;
import io.leat.executor.shard.Shards;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** An open database. Safe from any thread: the graph is reached through the loop only. */
public final class Database implements AutoCloseable {
    private static final AtomicInteger OPENED = new AtomicInteger();

    private final int number;
    private final EngineOptions options;
    private final ConnectorRegistry connectors;
    private final Graph graph;
    private final RunLoop loop;
    private final Definitions definitions;
    private final Optional<DatabaseFiles> files;
    private final Optional<DurableState> durable;
    private final Optional<DatabaseCopies> copies;
    private final Set<Supplier<Progress>> running = ConcurrentHashMap.newKeySet();
    private volatile Optional<Integer> requestedShards = Optional.empty();

    /**
     * Opens it; what its directory defines is made again by whoever opens it, from {@link Definitions#storedScript}.
     *
     * @param trust how pages of its last checkpoint are read
     */
    public Database(EngineOptions options, PageTrust trust) {
        this.options = options;
        Optional<DatabaseFiles.Beginning> beginning = options.savepoint()
                .map(name -> new DatabaseFiles.Beginning(name, options.clock().epochMillis()));
        this.files = options.storage()
                .map(storage -> DatabaseFiles.of(storage, beginning))
                .or(() -> options.directory().map(directory -> DatabaseFiles.open(directory, beginning)));
        this.copies = files.map(found -> new DatabaseCopies(found, this::requireOpen));
        if (beginning.isPresent() && files.isEmpty()) {
            throw LeatException.of(ErrorCode.NOT_ALLOWED, "a database in memory has no savepoints")
                    .hint("Name the database directory that the savepoint is of.");
        }
        this.durable = files.map(found -> keep(found, trust));
        this.connectors = new ConnectorRegistry(options.connectors());
        SourceContext sources = new SourceContext(options.clock(), options.limits(), options.workingDirectory());
        this.number = OPENED.incrementAndGet();
        this.graph = newGraph(new SourceOpener(connectors, sources));
        this.graph.setOpening(new OpeningWatch(options.opening(), options.clock()));
        this.graph.setSystemContent(new SystemRows(graph, this::catalog, this::delivery, this::progress));
        this.loop = options.byHand().isPresent() ? RunLoop.byHand(graph) : new RunLoop(graph, "leat-loop-" + number);
        this.definitions = new Definitions(graph, loop, files.map(found -> new CatalogStore(found.storage())), durable);
        this.loop.start();
    }

    private Graph newGraph(SourceOpener sources) {
        try {
            return new Graph(
                    sources,
                    options.clock(),
                    options.limits(),
                    newShards(storedShards().orElse(options.shards())),
                    durable.map(Durability.class::cast).orElse(Durability.MEMORY));
        } catch (RuntimeException e) {
            Closing.all(
                    List.of(() -> durable.ifPresent(DurableState::close), () -> files.ifPresent(DatabaseFiles::close)));
            throw e;
        }
    }

    private Shards newShards(int count) {
        return new Shards(count, options.limits().shardRows(), "leat-shard-" + number);
    }

    /**
     * A statement runs: until {@link #ended} says otherwise it is asked how far it has come.
     *
     * @param progress any thread may ask it
     */
    public void began(Supplier<Progress> progress) {
        running.add(progress);
    }

    /** A statement that {@link #began} runs no more. */
    public void ended(Supplier<Progress> progress) {
        running.remove(progress);
    }

    /** How far each statement has come that runs. */
    private List<Progress> progress() {
        return running.stream().map(Supplier::get).toList();
    }

    /** In how many shards views and jobs are to be computed, if somebody has said so since it was opened. */
    public Optional<Integer> requestedShards() {
        return requestedShards;
    }

    /**
     * Computes views and jobs in so many shards from now on; without a number in as many as it was opened with.
     *
     * @throws LeatException NOT_ALLOWED if that changes something and something runs
     */
    public void requestShards(Optional<Integer> count) {
        int shards = count.orElse(options.shards());
        loop.run(() -> {
            if (graph.shards() != shards) {
                graph.setShards(newShards(shards));
            }
            requestedShards = count;
        });
    }

    /** When checkpoints are taken; in memory as if there were any. */
    public CheckpointPolicy checkpoints() {
        return durable.map(DurableState::policy).orElse(options.checkpoints());
    }

    /** What keeping the database has cost since it was opened. */
    public DurabilityFigures durability() {
        return durable.map(DurableState::figures).orElse(DurabilityFigures.NONE);
    }

    /** When checkpoints were to be taken when it was opened. */
    public CheckpointPolicy initialCheckpoints() {
        return options.checkpoints();
    }

    /** Says when checkpoints are taken from now on. */
    public void setCheckpoints(CheckpointPolicy policy) {
        durable.ifPresent(state -> state.setPolicy(policy));
    }

    private DurableState keep(DatabaseFiles found, PageTrust trust) {
        try {
            return new DurableState(found, options.checkpoints(), background(), options.clock(), trust);
        } catch (RuntimeException e) {
            found.close();
            throw e;
        }
    }

    private BackgroundWork background() {
        return options.byHand().map(BackgroundWork::by).orElseGet(() -> BackgroundWork.onThread("leat-checkpoints"));
    }

    /** State lies in shards: it goes on in as many as it was written in. */
    private OptionalInt storedShards() {
        return durable.flatMap(DurableState::recovered).map(Recovered::shards).orElse(OptionalInt.empty());
    }

    /** What is defined, and how that changes. */
    public Definitions definitions() {
        return definitions;
    }

    /** The definitions as they are now. */
    public Catalog catalog() {
        return definitions.catalog();
    }

    /** The connectors that there are. */
    public ConnectorRegistry connectors() {
        return connectors;
    }

    /** What is running; touch it only in work given to {@link #loop}. */
    public Graph graph() {
        return graph;
    }

    /** Where work on the graph is done. */
    public RunLoop loop() {
        return loop;
    }

    /** The bounds of this engine. */
    public Limits limits() {
        return options.limits();
    }

    /** The bounds of planning a statement: what the directory defines was planned once, and is not given up for want of time. */
    public Limits planningLimits() {
        return definitions.isLoading() ? limits().forKnownStatements() : limits();
    }

    /** What time it is. */
    public Clock clock() {
        return options.clock();
    }

    /** What relative paths are relative to. */
    public Path workingDirectory() {
        return options.workingDirectory();
    }

    /** What sinks may use that forget where they were. */
    public SinkContext sinkContext() {
        return new SinkContext(clock(), limits(), options.workingDirectory(), options.console());
    }

    /** What the sink of a job may use: in a database directory it is known by the name of the job after a restart. */
    public SinkContext sinkContext(String job) {
        return files.map(found -> sinkContext().withIdentity(found.identity() + "-" + job))
                .orElseGet(this::sinkContext);
    }

    /** How often what a job writes arrives, whatever happens. */
    public DeliveryGuarantee delivery(TableDefinition sink, boolean temporaryJob) {
        return connectors.require(sink).guarantee(sink, files.isPresent() && !temporaryJob);
    }

    private DeliveryGuarantee delivery(JobObject job) {
        return catalog()
                .object(job.sink())
                .filter(TableObject.class::isInstance)
                .map(object -> delivery(((TableObject) object).definition(), job.isTemporary()))
                .orElse(DeliveryGuarantee.AT_LEAST_ONCE);
    }

    /**
     * Checks that it has not been closed.
     *
     * @throws LeatException CLOSED
     */
    public void requireOpen() {
        loop.requireOpen();
    }

    /**
     * Copies of what is running.
     *
     * @throws LeatException NOT_ALLOWED for a database in memory
     */
    public DatabaseCopies copies() {
        return copies.orElseThrow(() -> LeatException.of(
                        ErrorCode.NOT_ALLOWED, "a database in memory has no savepoints and cannot be exported")
                .hint("Open a database directory: ./leat DIR, or Leat.open(path)."));
    }

    /** The database as it is now, to be copied: between two ticks, with the definitions that it has then. */
    public DatabaseCopies.Moment moment() {
        DurableState state = durable.orElseThrow();
        while (true) {
            state.awaitWriting();
            Optional<DatabaseCopies.Moment> moment = definitions.defining(() -> {
                String script = definitions.storedScript();
                Optional<PinnedCheckpoint> pinned = loop.call(graph::pin);
                return pinned.map(checkpoint -> new DatabaseCopies.Moment(script, checkpoint));
            });
            if (moment.isPresent()) {
                return moment.get();
            }
        }
    }

    @Override
    public void close() {
        loop.close();
        Closing.all(List.of(
                definitions::forgetFinishedJobs,
                graph::close,
                () -> copies.ifPresent(DatabaseCopies::close),
                () -> durable.ifPresent(DurableState::close),
                () -> files.ifPresent(DatabaseFiles::close)));
    }
}
