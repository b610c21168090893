package io.leat.engine.database;

import io.leat.core.plan.Plan;
import io.leat.engine.catalog.Catalog;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.CatalogStore;
import io.leat.engine.catalog.FunctionObject;
import io.leat.engine.catalog.JobObject;
import io.leat.engine.durable.ChangedDefinitions;
import io.leat.engine.durable.DurableState;
import io.leat.engine.progress.Watch;
import io.leat.engine.run.BackgroundBuild;
import io.leat.engine.run.ErrorHandling;
import io.leat.engine.run.Graph;
import io.leat.engine.run.RunLoop;
import io.leat.planner.catalog.UserFunction;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a database defines: in the catalog, in the graph, and on disk, all or nothing. Safe from any thread. */
public final class Definitions {
    private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);

    private final Graph graph;
    private final RunLoop loop;
    private final Optional<CatalogStore> store;
    private final Optional<DurableState> durable;
    private final ReentrantLock defining = new ReentrantLock();
    private final ReentrantLock changes = new ReentrantLock();
    private final AtomicLong names = new AtomicLong();
    private volatile Catalog catalog = Catalog.EMPTY;
    private boolean loading;
    private boolean loaded;

    /**
     * No definitions.
     *
     * @param store where they are written to; empty in memory, as is {@code durable}
     */
    Definitions(Graph graph, RunLoop loop, Optional<CatalogStore> store, Optional<DurableState> durable) {
        this.graph = graph;
        this.loop = loop;
        this.store = store;
        this.durable = durable;
    }

    /** The definitions as they are now. */
    public Catalog catalog() {
        return catalog;
    }

    /** Whether stored definitions are being made again. */
    boolean isLoading() {
        return loading;
    }

    /** A name that nothing has yet. */
    public String newName(String beginning) {
        String name = beginning + "_" + names.incrementAndGet();
        return catalog.object(name).isPresent() ? newName(beginning) : name;
    }

    /** Does something while no other definition changes. Only {@link #define} lets others look at them meanwhile. */
    public <T> T defining(Supplier<T> work) {
        defining.lock();
        try {
            return looking(work);
        } finally {
            defining.unlock();
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
    public ChangedDefinitions changed(CatalogObject replacing) {
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

    /** Does something that makes stored definitions again, so that they are not written once more. */
    public void load(Runnable work) {
        loading = true;
        try {
            work.run();
            loop.run(graph::restore);
            loaded = true;
        } finally {
            loading = false;
        }
    }

    /** A job that has come to its end is not started again when the directory is opened, if it was opened whole. */
    void forgetFinishedJobs() {
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
