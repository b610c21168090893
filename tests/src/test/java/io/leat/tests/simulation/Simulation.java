package io.leat.tests.simulation;

import io.leat.core.connector.Position;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.oracle.Bag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One run: a random history with faults and crashes, checked as it goes on. */
final class Simulation {
    private static final int EVENTS = Integer.getInteger("leat.simulation.events", 120);
    private static final int OPENINGS_MAX = 20;
    private static final int QUIET_TURNS = 10;
    private static final int QUIET_TURNS_MAX = 2_000;
    /** What a statement may be refused with, changing nothing. */
    private static final Set<ErrorCode> REFUSALS =
            Set.of(ErrorCode.DISK_FULL, ErrorCode.CONNECTION, ErrorCode.DEPENDENT_OBJECTS, ErrorCode.NOT_ALLOWED);

    private final Random random;
    private final World world;
    private final Workload workload;
    private final Witness witness;
    private final Deleted deleted;
    private Model model = Model.EMPTY;
    private List<Model> possible = new ArrayList<>();
    private boolean diskIsFull;
    private boolean syncsFailed;
    private int crashes;
    private final Random luck;
    private final Extras extras;
    private final Troubles troubles;
    private final List<Runnable> rare = new ArrayList<>();
    private final List<Saved> saved = new ArrayList<>();
    private int savepoints;

    /** The world of a seed, with so much in it. */
    Simulation(long seed, Features features) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.luck = Features.luck(-seed);
        this.world = new World(random, features.savepoints());
        this.deleted = new Deleted(world.broker());
        this.witness = new Witness(world, deleted, features.changingLookups());
        this.workload = new Workload(new Random(random.nextLong()), world.broker());
        this.extras = new Extras(features, new Random(luck.nextLong()), world.broker());
        this.troubles = new Troubles(world, new Random(luck.nextLong()));
        mayHappen(extras.any(), extras::produce);
        mayHappen(features.leftBehind(), this::leaveBehind);
        mayHappen(features.retention(), this::loseRecords);
        boolean goesBack = features.savepoints() && !workload.hasProcessingTime();
        mayHappen(features.changingLookups(), () -> write(extras.change()));
        mayHappen(features.deleted(), this::deleteRecords);
        mayHappen(goesBack, this::save);
        mayHappen(goesBack, this::goBack);
    }

    private void mayHappen(boolean may, Runnable event) {
        if (may) {
            rare.add(event);
        }
    }

    /** Runs it; answers what tells one run from another. */
    long run() {
        world.start();
        world.open();
        executeAll(workload.beginning());
        executeAll(extras.beginning());
        for (int i = 0; i < EVENTS; i++) {
            event();
            if (world.process().isDead()) {
                recover();
            }
        }
        end();
        return world.trace().hash();
    }

    Trace trace() {
        return world.trace();
    }

    int crashes() {
        return crashes;
    }

    private void event() {
        if (!rare.isEmpty() && luck.nextInt(5) == 0) {
            Queries.pick(luck, rare).run();
            return;
        }
        switch (random.nextInt(21)) {
            case 0, 1, 2, 3, 4, 5 -> turn();
            case 6, 7, 8 -> workload.produce();
            case 9, 10, 11, 12 -> write();
            case 13, 14 -> executeAll(workload.define(model));
            case 15 -> moveClock();
            case 16 -> world.workInBackground();
            case 17 -> look();
            case 18 -> read();
            case 19 -> trouble();
            default -> calm();
        }
    }

    private void moveClock() {
        int back = workload.hasProcessingTime() ? 0 : 800;
        world.clock().advance(Duration.ofMillis(random.nextInt(4_000) - back));
    }

    private void trouble() {
        switch (random.nextInt(8)) {
            case 0 -> fillDisk();
            case 1 -> failSyncs();
            case 2 -> world.broker().goAway(random.nextInt(40));
            case 3 -> world.broker().loseAnswers(random.nextDouble() / 2);
            case 4 -> closeAndOpen();
            default -> world.crashSoon(random.nextInt(40));
        }
    }

    /** What is read while the disk is full comes in later, at the time at which it was read, which nobody sees. */
    private void fillDisk() {
        if (workload.hasProcessingTime()) {
            return;
        }
        world.disk().room(random.nextInt(300));
        diskIsFull = true;
    }

    private void failSyncs() {
        world.disk().failSyncs(true);
        syncsFailed = true;
    }

    private void calm() {
        world.broker().heal();
        world.broker().timeOut();
        world.disk().room(Long.MAX_VALUE);
        diskIsFull = false;
        world.disk().failSyncs(false);
    }

    /** Replaces the process while it lives, or lets one that was replaced go on. */
    private void leaveBehind() {
        if (world.leftBehind().isPresent()) {
            troubles.leftBehindGoesOn(world.leftBehind().get());
            if (luck.nextInt(3) == 0) {
                world.forgetLeftBehind();
            }
        } else if (luck.nextInt(3) == 0) {
            world.leaveBehind(luck);
        }
    }

    /**
     * What reads records that are gone stops, and can be read as far as it has come; when they are there again and the database
     * is opened again, it goes on from there.
     */
    private void loseRecords() {
        workload.produce();
        workload.produce();
        troubles.loseRecords(() -> {
            turn();
            turn();
        });
        if (world.process().isDead()) {
            return;
        }
        Map<String, String> failures = Troubles.failures(world.engine());
        if (!failures.isEmpty()) {
            world.trace().add("stopped " + failures);
            for (int i = luck.nextInt(4); i > 0 && !world.process().isDead(); i--) {
                write();
                turn();
                world.workInBackground();
            }
            look();
            end(world.process());
        }
    }

    private void end(SimulatedProcess process) {
        if (!process.isDead()) {
            world.crashSoon(0);
            process.end();
        }
    }

    /** While nothing is open that would read them again, a topic loses records for good, some of them unread. */
    private void deleteRecords() {
        calm();
        turn();
        boolean stands =
                world.process().isDead() || !Troubles.failures(world.engine()).isEmpty();
        if (stands || luck.nextBoolean()) {
            return;
        }
        Position read = world.engine().positions().getOrDefault(Deleted.TABLE, Position.START);
        if (attempt(() -> world.engine().close()) && !world.process().isDead()) {
            world.trace().add("close");
            end(world.process());
            extras.produce();
            extras.produce();
            deleted.delete(read, luck, world.trace());
        }
    }

    private void save() {
        Statement statement = new Statement("", "CREATE SAVEPOINT s" + ++savepoints, before -> before);
        if (execute(statement)) {
            saved.add(new Saved("s" + savepoints, model, witness.written()));
        }
    }

    /** Puts the database back to a savepoint, which may be interrupted as often as anything. */
    private void goBack() {
        if (saved.isEmpty() || luck.nextInt(3) != 0) {
            return;
        }
        Saved to = Queries.pick(luck, saved);
        world.trace().add("back to " + to);
        world.forgetLeftBehind();
        world.crashSoon(0);
        world.process().end();
        model = to.model();
        possible = List.of(model);
        recover(Optional.of(to));
    }

    /** Changes rows: everything up to there is safe when that returns. */
    private void write() {
        write(workload.write());
    }

    private void write(Statement statement) {
        Model before = model;
        if (execute(statement) && !model.equals(before)) {
            witness.acknowledged();
        }
    }

    private void turn() {
        attempt(() -> {
            int work = world.engine().turn();
            world.trace()
                    .add("turn " + world.engine().tick() + " " + work + " "
                            + world.engine().positions());
            witness.remember(model);
        });
    }

    /** Does something to the engine, in which the process may end, or the engine stop because a sync failed. */
    private boolean attempt(Runnable work) {
        if (world.process().isDead()) {
            return false;
        }
        try {
            work.run();
            return true;
        } catch (LeatException | ProcessEnded e) {
            if (!world.process().isDead()) {
                requireExpected(e);
            }
            return false;
        }
    }

    /** An engine that has stopped because of a failed sync is ended. */
    private void requireExpected(Throwable e) {
        if (syncsFailed && e instanceof LeatException leat && leat.code() == ErrorCode.INPUT_OUTPUT) {
            world.trace().add("stopped: " + leat.getMessage());
            world.crashSoon(0);
            world.process().end();
            return;
        }
        if (e instanceof LeatException leat && REFUSALS.contains(leat.code())) {
            world.trace().add("refused: " + leat.getMessage());
            return;
        }
        throw new AssertionError("unexpected: " + e, e);
    }

    /** Executes some, until one is refused. */
    private void executeAll(List<Statement> statements) {
        for (Statement statement : statements) {
            if (!execute(statement)) {
                return;
            }
        }
    }

    /** Executes one; answers whether it was done. */
    private boolean execute(Statement statement) {
        world.trace().add(statement.sql());
        Model after = statement.effect().apply(model);
        possible = List.of(model, after);
        boolean done =
                attempt(() -> world.engine().leat().execute(statement.sql()).close());
        if (world.process().isDead()) {
            return false;
        }
        model = done ? after : model;
        possible = List.of(model);
        witness.remember(model);
        if (done) {
            witness.defined(statement.name());
        }
        return done;
    }

    private void closeAndOpen() {
        if (diskIsFull || syncsFailed) {
            return;
        }
        world.trace().add("close");
        attempt(() -> world.engine().close());
        if (!world.process().isDead()) {
            world.crashSoon(0);
            world.process().end();
        }
    }

    private void recover() {
        recover(Optional.empty());
    }

    /** Opens the database again, which may be interrupted as well. */
    private void recover(Optional<Saved> savepoint) {
        crashes++;
        diskIsFull = false;
        syncsFailed = false;
        for (int i = 0; i < OPENINGS_MAX; i++) {
            witness.crashed();
            savepoint.ifPresent(witness::wentBack);
            world.start();
            if (random.nextInt(4) == 0) {
                world.crashSoon(random.nextInt(30));
            }
            if (attempt(() -> world.open(savepoint.map(Saved::name))) && attempt(this::adopt)) {
                look();
                return;
            }
            world.broker().answers();
        }
        throw new AssertionError("the database could not be opened");
    }

    /** A statement that was under way has had its effect, or none. */
    private void adopt() {
        Map<String, String> definitions = world.engine().definitions();
        Map<String, Bag> rows = new HashMap<>();
        model.rows().keySet().forEach(table -> {
            if (definitions.containsKey(table)) {
                rows.put(table, world.engine().rows(table));
            }
        });
        Model found = new Model(definitions, rows);
        model = possible.stream()
                .filter(found::equals)
                .findFirst()
                .orElseThrow(() -> new AssertionError("found " + found + "\nexpected one of " + possible));
        possible = List.of(model);
        witness.recovered(model);
        witness.remember(model);
    }

    /** Looks at everything there is. */
    private void look() {
        attempt(witness::look);
    }

    /** Asks for a view, or begins to follow one. */
    private void read() {
        List<String> views = named("v");
        if (!views.isEmpty()) {
            String view = Queries.pick(random, views);
            boolean once = random.nextBoolean();
            attempt(once ? () -> witness.select(view) : () -> witness.follow(view));
        }
    }

    /** Ends all troubles and waits until nothing moves any more; then everything must be as it should. */
    private void end() {
        calm();
        world.process().endNever();
        for (int quiet = 0, turns = 0; quiet < QUIET_TURNS; turns++) {
            world.workInBackground();
            world.clock().advance(Duration.ofMillis(1_500));
            Map<String, Position> before = world.engine().positions();
            world.engine().turn();
            witness.remember(model);
            quiet = world.engine().positions().equals(before) ? quiet + 1 : 0;
            if (turns > QUIET_TURNS_MAX) {
                throw new AssertionError("it does not become quiet");
            }
        }
        world.leftBehind().ifPresent(troubles::leftBehindGoesOn);
        requireEverythingRead();
        witness.look();
        named("j").stream().filter(job -> world.engine().failure(job).isEmpty()).forEach(witness::requireWritten);
        world.engine().close();
    }

    private List<String> named(String beginning) {
        return model.definitions().keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .sorted()
                .toList();
    }

    private void requireEverythingRead() {
        world.engine()
                .positions()
                .forEach((table, position) -> world.broker().topic(table).forEach(partition -> {
                    if (position.offset(partition.name()) < partition.stableEnd()) {
                        throw new AssertionError(partition.name() + " was read up to " + position + " only");
                    }
                }));
    }
}
