package io.leat.engine.database;

import io.leat.core.connector.DeliveryGuarantee;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.plan.Plan;
import io.leat.core.time.Clock;
import io.leat.engine.catalog.Catalog;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.CatalogStore;
import io.leat.engine.catalog.FunctionObject;
import io.leat.engine.catalog.JobObject;
import io.leat.engine.catalog.TableObject;
import io.leat.engine.durable.BackgroundWork;
import io.leat.engine.durable.ChangedDefinitions;
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
import io.leat.engine.progress.Watch;
import io.leat.engine.run.BackgroundBuild;
import io.leat.engine.run.Closing;
import io.leat.engine.run.ConnectorRegistry;
import io.leat.engine.run.ErrorHandling;
import io.leat.engine.run.Graph;
import io.leat.engine.run.RunLoop;
import io.leat.engine.run.SourceOpener;
import io.leat.engine.system.SystemRows;
import io.leat.executor.shard.Shards;
import io.leat.planner.catalog.UserFunction;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open database. Safe from any thread: the graph is reached through the loop only. */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final AtomicInteger OPENED = new AtomicInteger();

    private final int number;
    private final EngineOptions options;
    private final ConnectorRegistry connectors;
    private final Graph graph;
    private final RunLoop loop;
    private final Optional<DatabaseFiles> files;
    private final Optional<CatalogStore> store;
    private final Optional<DurableState> durable;
    private final Optional<DatabaseCopies> copies;
    private final ReentrantLock definitions = new ReentrantLock();
    private final ReentrantLock changes = new ReentrantLock();
    private final AtomicLong names = new AtomicLong();
    private final Set<Supplier<Progress>> running = ConcurrentHashMap.newKeySet();
    private volatile Catalog catalog = Catalog.EMPTY;
    private volatile Optional<Integer> requestedShards = Optional.empty();
    private boolean loading;
    private boolean loaded;

    /**
     * Opens it; what its directory defines is made again by whoever opens it, from {@link #storedScript}.
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
        this.store = files.map(found -> new CatalogStore(found.storage()));
        this.durable = files.map(found -> keep(found, trust));
        this.connectors = new ConnectorRegistry(options.connectors());
        SourceContext sources = new SourceContext(options.clock(), options.limits(), options.workingDirectory());
        this.number = OPENED.incrementAndGet();
        this.graph = newGraph(new SourceOpener(connectors, sources));
        this.graph.setOpening(new OpeningWatch(options.opening(), options.clock()));
        this.graph.setSystemContent(new SystemRows(graph, this::catalog, this::delivery, this::progress));
        this.loop = options.byHand().isPresent() ? RunLoop.byHand(graph) : new RunLoop(graph, "leat-loop-" + number);
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

    /** The definitions as they are now. */
    public Catalog catalog() {
        return catalog;
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
        return loading ? limits().forKnownStatements() : limits();
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

    /** A name that nothing has yet. */
    public String newName(String beginning) {
        String name = beginning + "_" + names.incrementAndGet();
        return catalog.object(name).isPresent() ? newName(beginning) : name;
    }

    /** Does something while no other definition changes. Only {@link #define} lets others look at them meanwhile. */
    public <T> T defining(Supplier<T> work) {
        definitions.lock();
        try {
            return looking(work);
        } finally {
            definitions.unlock();
        }
    }

    /** Does something that is short while no definition changes. */
    public <T> T looking(Supplier<T> work) {
        changes.lock();
        try {
            return work.get();
        } finally {
            changes.unlock();
        }
    }

    /** Does something that may take long, within {@link #defining}, while others may look at the definitions. */
    private void aside(Runnable work) {
        changes.unlock();
        try {
            work.run();
        } finally {
            changes.lock();
        }
    }

    /**
     * Brings a definition to life, and puts it into the catalog and on disk, all or nothing; call it within {@link
     * #defining}. One of the same name is replaced.
     *
     * @param add brings it to life in the graph; done on the run loop
     * @param undo takes it out of the graph again, when it could not be written down
     */
    public void define(CatalogObject object, Consumer<Graph> add, Consumer<Graph> undo) {
        loop.run(() -> add.accept(graph));
        write(object, undo);
    }

    /**
     * As {@link #define(CatalogObject, Consumer, Consumer)}, for what is computed by a plan: that is built beside the ticks
     * before it is added.
     *
     * @param errors what becomes of the rows that cannot be computed
     * @param watch told every now and then how far that has come; throws when the statement must end
     */
    public void define(
            CatalogObject object,
            Plan plan,
            ErrorHandling errors,
            Watch watch,
            Consumer<Graph> add,
            Consumer<Graph> undo) {
        if (loading) {
            loop.run(() -> add.accept(graph));
        } else {
            new BackgroundBuild(loop, graph, watch, this::aside).run(plan, errors, () -> add.accept(graph));
        }
        write(object, undo);
    }

    private void write(CatalogObject object, Consumer<Graph> undo) {
        try {
            change(catalog.replacing(object));
        } catch (RuntimeException e) {
            if (isScriptBehind()) {
                LOG.warn("catalog.sql could not be written, which will be made good when the database is opened", e);
                catalog = catalog.replacing(object);
                return;
            }
            loop.run(() -> undo.accept(graph));
            throw e;
        }
        loop.run(this::defined);
    }

    private void defined() {
        graph.setDefined();
        durable.filter(DurableState::isScriptBehind).ifPresent(DurableState::scriptWritten);
    }

    private boolean isScriptBehind() {
        return durable.isPresent() && loop.look(() -> durable.get().isScriptBehind());
    }

    /** The definitions on disk, as they are and as they will be with a definition replaced. */
    public ChangedDefinitions definitions(CatalogObject replacing) {
        return new ChangedDefinitions(
                store.map(CatalogStore::load).orElse(""),
                CatalogStore.script(statements(catalog.replacing(replacing))));
    }

    private static List<String> statements(Catalog definitions) {
        return definitions.objects().stream()
                .filter(object -> !object.isTemporary() && !object.statement().isEmpty())
                .map(CatalogObject::statement)
                .toList();
    }

    /** Knows a function that the program around the engine gives; before anything that may call it. */
    public void register(UserFunction function) {
        catalog = catalog.with(FunctionObject.given(function));
    }

    /** Takes a definition out of the catalog, and off the disk; call it within {@link #defining}. */
    public void forget(String name) {
        change(catalog.without(name));
    }

    /** What is on disk changes first: if that fails the old definitions stand in both places. */
    private void change(Catalog next) {
        if (!loading) {
            store.ifPresent(file -> file.save(statements(next)));
        }
        catalog = next;
    }

    /**
     * Checks that it has not been closed.
     *
     * @throws LeatException CLOSED
     */
    public void requireOpen() {
        loop.requireOpen();
    }

    /** The script that makes again what the directory defines; empty without a directory. */
    public String storedScript() {
        String found = store.map(CatalogStore::load).orElse("");
        if (!isScriptBehind()) {
            return found;
        }
        String script = durable.orElseThrow().script(found);
        if (!script.equals(found)) {
            store.orElseThrow().save(script);
        }
        loop.run(() -> durable.get().scriptWritten());
        return script;
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
            Optional<DatabaseCopies.Moment> moment = defining(() -> {
                String script = storedScript();
                Optional<PinnedCheckpoint> pinned = loop.call(graph::pin);
                return pinned.map(checkpoint -> new DatabaseCopies.Moment(script, checkpoint));
            });
            if (moment.isPresent()) {
                return moment.get();
            }
        }
    }

    /** Does something that makes stored definitions again, so that they are not written once more. */
    public void loading(Runnable work) {
        loading = true;
        try {
            work.run();
            loop.run(graph::restore);
            loaded = true;
        } finally {
            loading = false;
        }
    }

    @Override
    public void close() {
        loop.close();
        Closing.all(List.of(
                this::forgetFinishedJobs,
                graph::close,
                () -> copies.ifPresent(DatabaseCopies::close),
                () -> durable.ifPresent(DurableState::close),
                () -> files.ifPresent(DatabaseFiles::close)));
    }

    /** A job that has come to its end is not started again when the directory is opened, if it was opened whole. */
    private void forgetFinishedJobs() {
        boolean behind = durable.map(DurableState::isScriptBehind).orElse(false);
        if (!loaded || behind) {
            return;
        }
        Catalog left = catalog;
        for (JobObject job : catalog.objects(JobObject.class)) {
            boolean finished = graph.pipeline(job.name())
                    .map(pipeline -> pipeline.isEnded() && pipeline.failure().isEmpty())
                    .orElse(false);
            finished = finished && left.dependents(job.name()).isEmpty();
            left = finished ? left.without(job.name()) : left;
        }
        if (left != catalog) {
            change(left);
        }
    }
}
