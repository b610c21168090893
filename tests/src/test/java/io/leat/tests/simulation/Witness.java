package io.leat.tests.simulation;

import io.leat.core.connector.Position;
import io.leat.core.plan.Plan;
import io.leat.engine.Change;
import io.leat.engine.ChangeCursor;
import io.leat.engine.HandDriven;
import io.leat.executor.oracle.Bag;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sees everything that can be seen of a run, remembers it, and says what is wrong with it. */
final class Witness {
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final World world;
    private final TreeMap<Long, Moment> moments = new TreeMap<>();
    private final Map<String, SinkWatch> sinks = new HashMap<>();
    /** What may be true of the times at which records were taken in. */
    private List<ProcessingTimes> processingTimes;

    private final Deleted deleted;
    private final LookedUp lookedUp;
    private final boolean lookupsChange;
    private Model model = Model.EMPTY;
    private long safeTick;
    private String followed;
    private ChangeCursor changes;
    private Bag followedContent;

    Witness(World world, Deleted deleted, boolean lookupsChange) {
        this.world = world;
        this.deleted = deleted;
        this.lookupsChange = lookupsChange;
        this.lookedUp = new LookedUp(world.broker());
        this.processingTimes = List.of(new ProcessingTimes(world.broker()));
    }

    /** Something was done to the engine, which lives: remembers where it is now. */
    void remember(Model now) {
        lookUp(now);
        model = now;
        HandDriven engine = world.engine();
        Map<String, Position> positions = engine.positions();
        moments.put(engine.tick(), new Moment(positions, model.rows()));
        Position position = positions.getOrDefault(ProcessingTimes.TABLE, Position.START);
        processingTimes.forEach(
                times -> times.turned(position, engine.tick(), world.clock().epochMillis()));
    }

    /** What has come in was looked up in the table as it was, or as it is. */
    private void lookUp(Model now) {
        if (lookupsChange && now.definitions().containsKey(Extras.FOUND)) {
            Bag after = now.rows().get(Extras.LOOKED_UP);
            lookedUp.turned(
                    world.engine().positions().getOrDefault(Extras.LOOKING, Position.START),
                    model.rows().getOrDefault(Extras.LOOKED_UP, after),
                    after,
                    world.engine().content(Extras.FOUND));
        }
    }

    /** A statement that wrote something has been acknowledged: everything before it is safe. */
    void acknowledged() {
        safeTick = world.engine().tick();
    }

    /** The process has ended: what was made visible before is safe, and of the rest nobody knows. */
    void crashed() {
        changes = null;
        safeTick = Math.max(safeTick, world.broker().latestProgress());
        moments.tailMap(safeTick, false).clear();
    }

    /** What jobs have written that run. */
    Map<String, Bag> written() {
        Map<String, Bag> written = new HashMap<>();
        for (String job : named("j")) {
            readSink(job);
            written.put(topic(job), new Bag().addAll(sink(job).content()));
        }
        return written;
    }

    /** The database is put back to a savepoint: its sinks begin anew behind what they had then. */
    void wentBack(Saved saved) {
        moments.clear();
        sinks.clear();
        saved.written().forEach((topic, content) -> {
            Partition partition = world.broker().topic(topic).get(0);
            sinks.put(topic, new SinkWatch(partition, partition.end(), content));
        });
    }

    /** The database was opened again and contains what it should contain of tables: nothing that was safe may be lost. */
    void recovered(Model now) {
        lookedUp.recovered(world.engine().positions().getOrDefault(Extras.LOOKING, Position.START));
        lookUp(now);
        model = now;
        long tick = world.engine().tick();
        require(tick >= safeTick, "tick " + safeTick + " was safe, and it goes on after " + tick);
        if (!moments.isEmpty()) {
            requireReadAgain(moments.lastEntry().getValue().read(world.broker()), now().read(world.broker()));
        }
        Position position = world.engine().positions().getOrDefault(ProcessingTimes.TABLE, Position.START);
        processingTimes = processingTimes.stream()
                .flatMap(times ->
                        times.recovered(safeTick, position, tick, world.clock().epochMillis()).stream())
                .distinct()
                .toList();
        if (model.definitions().containsKey(ProcessingTimes.VIEW)) {
            requireTimes();
        }
    }

    /** What the view over processing time contains leaves only some of what may be true. */
    private void requireTimes() {
        Bag found = world.engine().content(ProcessingTimes.VIEW);
        List<ProcessingTimes> possible = processingTimes.stream()
                .filter(times -> times.content().equals(found))
                .toList();
        require(
                !possible.isEmpty(),
                "windows of processing time are " + found + ", and not "
                        + processingTimes.stream().map(ProcessingTimes::content).toList());
        processingTimes = possible;
    }

    private void requireReadAgain(Map<String, Integer> before, Map<String, Integer> after) {
        before.forEach((partition, read) ->
                require(read <= after.getOrDefault(partition, read), "had read " + before + ", and now only " + after));
    }

    /** Looks at all views, and at what jobs have written. */
    void look() {
        Expectations expectations = expectations(now());
        for (String name : named("v")) {
            Bag found = world.engine().content(name);
            world.trace().add(name + " " + found);
            if (name.equals(ProcessingTimes.VIEW)) {
                requireTimes();
            } else {
                require(name, expected(name, expectations), found);
            }
        }
        readChanges();
        named("j").forEach(this::readSink);
        if (model.definitions().containsKey(IdlePartitions.JOB)) {
            lookAtIdlePartitions();
        }
    }

    private void lookAtIdlePartitions() {
        HandDriven engine = world.engine();
        Bag windows = engine.content(IdlePartitions.WINDOWS);
        Bag late = engine.content(IdlePartitions.LATE);
        Position read = engine.positions().getOrDefault(IdlePartitions.TABLE, Position.START);
        String wrong = IdlePartitions.wrong(world.broker(), read, windows, late);
        require(wrong.isEmpty(), wrong);
        SinkWatch delivered = sinks.computeIfAbsent(
                IdlePartitions.SINK,
                name -> new SinkWatch(world.broker().topic(name).get(0), 0, new Bag()));
        delivered.read((content, tick) -> {});
        Bag unknown = IdlePartitions.unknown(delivered.content(), windows);
        require(unknown.rows().isEmpty(), "windows " + unknown + " were delivered, and there are " + windows);
        world.trace().add(IdlePartitions.SINK + " " + delivered.content() + " late " + late);
    }

    private List<String> named(String beginning) {
        return model.definitions().keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .sorted()
                .toList();
    }

    private Bag expected(String view, Expectations expectations) {
        if (view.equals(Extras.FOUND) && lookupsChange) {
            return lookedUp.content();
        }
        return view.equals(ProcessingTimes.VIEW)
                ? world.engine().content(view)
                : expectations.content(world.engine().plan(view));
    }

    private Moment now() {
        return new Moment(world.engine().positions(), model.rows());
    }

    private Expectations expectations(Moment moment) {
        return new Expectations(world.broker(), deleted, moment, world.engine()::plan);
    }

    /** Asks for a view with SQL. */
    void select(String view) {
        Bag rows = new Bag();
        world.engine().leat().execute("SET read.mode = 'latest'").close();
        world.engine().leat().execute("SELECT * FROM " + view).rows().forEach(row -> rows.add(row.values(), 1));
        require(view, expected(view, expectations(now())), rows);
    }

    /** Follows a view from now on, and no other. */
    void follow(String view) {
        if (changes != null) {
            changes.close();
        }
        changes = (ChangeCursor)
                world.engine().leat().execute("SUBSCRIBE TO " + view).cursor();
        followed = view;
        followedContent = new Bag();
    }

    /** The view that is followed is no more, or another. */
    void defined(String name) {
        if (!model.rows().containsKey(name)) {
            moments.headMap(world.engine().tick(), false).clear(); // tables that nothing reads any more begin anew
        }
        changes = name.equals(followed) ? null : changes;
    }

    private void readChanges() {
        if (changes == null || world.engine().failure(followed).isPresent()) {
            changes = null; // whoever follows a view that stops is told so, and follows it no more
            return;
        }
        while (changes.available() > 0) {
            for (Change change : changes.nextChanges(AT_ONCE).orElseThrow().changes()) {
                followedContent.add(change.row().values(), change.weight());
            }
        }
        require(followed, world.engine().content(followed), followedContent);
    }

    /** Each transaction of a job makes visible what its query gave at a tick. */
    private void readSink(String job) {
        if (world.engine().isBroken(job)) {
            return;
        }
        Plan plan = world.engine().plan(job);
        sink(job).read((content, tick) -> {
            Moment then = moments.get(tick);
            if (then != null) {
                require(job + " at tick " + tick, expectations(then).content(plan), content);
            }
        });
    }

    private SinkWatch sink(String job) {
        return sinks.computeIfAbsent(
                topic(job), name -> new SinkWatch(world.broker().topic(name).get(0), 0, new Bag()));
    }

    private String topic(String job) {
        String[] words = model.definitions().get(job).split(" ");
        return words[words.length > 6 ? 6 : 0];
    }

    /** All that a job has written must be what its query gives, once. */
    void requireWritten(String job) {
        SinkWatch sink = sink(job);
        sink.read((content, tick) -> {});
        require(job, expectations(now()).content(world.engine().plan(job)), sink.content());
    }

    private void require(String name, Bag expected, Bag found) {
        require(
                expected.equals(found),
                name + ": " + model.definitions().get(name.split(" ")[0]) + "\nshould be more by "
                        + expected.minus(found) + "\nthan " + found + "\nread "
                        + world.engine().positions());
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
