package io.leat.tests.simulation;

import io.leat.core.limit.Limits;
import io.leat.core.time.ManualClock;
import io.leat.engine.HandDriven;
import io.leat.engine.Leat;
import io.leat.executor.storage.CrashMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** What the engine runs in: a clock, a disk, a broker, and one process at a time. */
final class World {
    private static final long BEGIN_MILLIS = 1_769_853_600_000L;

    private final Trace trace = new Trace();
    private final Random random;
    private final ManualClock clock = new ManualClock(BEGIN_MILLIS);
    private final Broker broker;
    private final long checkpointBytes;
    private final boolean backgroundWaits;
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final boolean savepoints;
    private SimulatedDisk disk;
    private SimulatedProcess process;
    private HandDriven engine;
    private Optional<HandDriven> leftBehind = Optional.empty();

    World(Random random, boolean savepoints) {
        this.savepoints = savepoints;
        this.random = random;
        this.broker = new Broker(new Random(random.nextLong()));
        this.disk = SimulatedDisk.of(new UUID(random.nextLong(), random.nextLong()).toString());
        this.checkpointBytes = 200L << random.nextInt(6);
        this.backgroundWaits = random.nextBoolean();
    }

    Trace trace() {
        return trace;
    }

    ManualClock clock() {
        return clock;
    }

    Broker broker() {
        return broker;
    }

    SimulatedDisk disk() {
        return disk;
    }

    SimulatedProcess process() {
        return process;
    }

    HandDriven engine() {
        return engine;
    }

    /** Starts a process, which has not opened the database yet. */
    void start() {
        process = new SimulatedProcess(trace);
        background.clear();
        engine = null;
        trace.add("start");
    }

    /** Opens the database in the process. */
    void open() {
        open(Optional.empty());
    }

    /** The same, put back to a savepoint if one is named. */
    void open(Optional<String> savepoint) {
        Leat.Builder options = Leat.builder()
                .clock(clock)
                .limits(Limits.DEFAULT.forKnownStatements())
                .shards(1 + random.nextInt(2))
                .checkpointBytes(checkpointBytes)
                .connector(new SimulatedConnector(broker, process, new Random(random.nextLong())));
        savepoint.ifPresent(options::fromSavepoint);
        engine = HandDriven.open(options, disk.storage(process, !savepoints), this::later);
        trace.add("opened");
    }

    private void later(Runnable task) {
        if (backgroundWaits) {
            background.add(task);
        } else {
            task.run();
        }
    }

    /** Does the next thing that waits to be done in the background, if there is any. */
    void workInBackground() {
        Runnable task = background.poll();
        if (task != null) {
            trace.add("background");
            task.run();
        }
    }

    /** Lets the process end in some steps, in one of the ways of a crash. */
    void crashSoon(int steps) {
        CrashMode mode = CrashMode.values()[random.nextInt(CrashMode.values().length)];
        long chance = random.nextLong();
        process.endAfter(steps, mode == CrashMode.TORN ? random.nextDouble() : 0);
        process.whenItEnds(() -> {
            trace.add("crash " + mode);
            disk = disk.afterCrash(mode, chance);
        });
    }

    /**
     * Everybody believes that the process is gone, and another takes its place; but it goes on, with a disk that only it
     * has any more.
     */
    void leaveBehind(Random luck) {
        trace.add("left behind");
        process.endNever();
        process.whenItEnds(() -> {});
        leftBehind = Optional.of(engine);
        disk = disk.afterCrash(CrashMode.values()[luck.nextInt(CrashMode.values().length)], luck.nextLong());
        process = new SimulatedProcess(trace);
        process.end();
    }

    /** The engine of the process that was left behind. */
    Optional<HandDriven> leftBehind() {
        return leftBehind;
    }

    /** The process that was left behind ends as well. */
    void forgetLeftBehind() {
        leftBehind = Optional.empty();
    }
}
