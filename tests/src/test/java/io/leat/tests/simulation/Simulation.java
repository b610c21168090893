package io.leat.tests.simulation;

import io.leat.core.connector.Position;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.oracle.Bag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** One run: a random history with faults and crashes, checked as it goes on. */
final class Simulation {
    private static final int EVENTS = Integer.getInteger("leat.simulation.events", 120);
    private static final int OPENINGS_MAX = 20;
    private static final int QUIET_TURNS = 6;
    private static final int QUIET_TURNS_MAX = 2_000;
    /** What a statement may be refused with, changing nothing. */
    private static final Set<ErrorCode> REFUSALS =
            Set.of(ErrorCode.DISK_FULL, ErrorCode.CONNECTION, ErrorCode.DEPENDENT_OBJECTS);

    private final Random random;
    private final World world;
    private final Workload workload;
    private final Set<String> undisturbedJobs = new HashSet<>();
    private Model model = Model.EMPTY;
    private List<Model> possible = new ArrayList<>();
    private Map<String, Position> seen = new HashMap<>();
    private boolean diskIsFull;
    private boolean syncsFail;
    private int crashes;

    Simulation(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.world = new World(random);
        this.workload = new Workload(new Random(random.nextLong()), world.broker());
    }

    /** Runs it; answers what tells one run from another. */
    long run() {
        world.start();
        world.open();
        executeAll(workload.beginning());
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
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> turn();
            case 6, 7, 8 -> workload.produce();
            case 9, 10, 11, 12 -> execute(workload.write());
            case 13, 14 -> executeAll(workload.define(model));
            case 15 -> world.clock().advance(Duration.ofMillis(random.nextInt(4_000) - 800));
            case 16 -> world.workInBackground();
            case 17 -> look();
            case 18 -> trouble();
            default -> calm();
        }
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

    private void fillDisk() {
        world.disk().room(random.nextInt(300));
        diskIsFull = true;
    }

    private void failSyncs() {
        world.disk().failSyncs(true);
        syncsFail = true;
    }

    private void calm() {
        world.broker().heal();
        world.broker().timeOut();
        world.disk().room(Long.MAX_VALUE);
        diskIsFull = false;
        syncsFail = false;
        world.disk().failSyncs(false);
    }

    private void turn() {
        attempt(() -> {
            int work = world.engine().turn();
            world.trace()
                    .add("turn " + world.engine().tick() + " " + work + " "
                            + world.engine().positions());
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
        if (syncsFail && e instanceof LeatException leat && leat.code() == ErrorCode.INPUT_OUTPUT) {
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
        if (done && statement.sql().startsWith("CREATE JOB")) {
            undisturbedJobs.add(statement.sql().split(" ")[2]);
        }
        return done;
    }

    private void closeAndOpen() {
        if (diskIsFull || syncsFail) {
            return;
        }
        world.trace().add("close");
        if (attempt(() -> world.engine().close())) {
            world.crashSoon(0);
            world.process().end();
        }
    }

    /** Opens the database again, which may be interrupted as well. */
    private void recover() {
        crashes++;
        undisturbedJobs.clear();
        diskIsFull = false;
        syncsFail = false;
        for (int i = 0; i < OPENINGS_MAX; i++) {
            world.start();
            if (random.nextInt(4) == 0) {
                world.crashSoon(random.nextInt(30));
            }
            if (attempt(world::open) && attempt(this::adopt)) {
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
        seen = new HashMap<>();
    }

    /** Looks at everything there is. */
    private void look() {
        attempt(this::check);
    }

    private void check() {
        Expectations expectations = expectations();
        for (String name : model.definitions().keySet().stream().sorted().toList()) {
            if (name.startsWith("v")) {
                Bag found = world.engine().content(name);
                world.trace().add(name + " " + found);
                require(name, expectations.content(world.engine().plan(name)), found);
            }
        }
        Map<String, Position> positions = world.engine().positions();
        positions.forEach((table, position) -> {
            Position before = seen.getOrDefault(table, Position.START);
            if (!position.hasReached(before)) {
                throw new AssertionError(table + " went back from " + before + " to " + position);
            }
        });
    }

    private Expectations expectations() {
        return new Expectations(world.broker(), world.engine().positions(), model.rows(), world.engine()::plan);
    }

    private void require(String name, Bag expected, Bag found) {
        if (!expected.equals(found)) {
            throw new AssertionError(
                    model.definitions().get(name) + "\nshould contain what it lacks: " + expected.minus(found)
                            + "\nhas: " + found + "\nread: " + world.engine().positions());
        }
    }

    /** Ends all troubles and waits until nothing moves any more; then everything must be as it should. */
    private void end() {
        calm();
        world.process().endNever();
        int quiet = 0;
        for (int i = 0; quiet < QUIET_TURNS && i < QUIET_TURNS_MAX; i++) {
            world.workInBackground();
            world.clock().advance(Duration.ofMillis(1_500));
            quiet = world.engine().turn() == 0 ? quiet + 1 : 0;
        }
        if (quiet < QUIET_TURNS) {
            throw new AssertionError("it does not become quiet");
        }
        requireEverythingRead();
        check();
        checkSinks();
        world.engine().close();
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

    private void checkSinks() {
        Expectations expectations = expectations();
        Collection<String> jobs =
                Promises.SINKS_EXACTLY_ONCE ? model.definitions().keySet() : undisturbedJobs;
        for (String job :
                jobs.stream().filter(name -> name.startsWith("j")).sorted().toList()) {
            if (!model.definitions().containsKey(job)
                    || world.engine().failure(job).isPresent()) {
                continue;
            }
            Bag written = new Bag();
            Partition topic = world.broker().topic("out_" + job).get(0);
            topic.committed(topic.end()).forEach(entry -> written.add(entry.values(), entry.weight()));
            require(job, expectations.content(world.engine().plan(job)), written);
        }
    }
}
