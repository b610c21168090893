package io.leat.tests.simulation;

import io.leat.core.time.ManualClock;
import io.leat.engine.HandDriven;
import io.leat.engine.Leat;
import io.leat.executor.storage.CrashMode;
import java.util.ArrayDeque;
import java.util.Deque;
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
    private SimulatedDisk disk;
    private SimulatedProcess process;
    private HandDriven engine;

    World(Random random) {
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
        Leat.Builder options = Leat.builder()
                .clock(clock)
                .shards(1 + random.nextInt(2))
                .checkpointBytes(checkpointBytes)
                .connector(new SimulatedConnector(broker, process, new Random(random.nextLong())));
        engine = HandDriven.open(options, disk.storage(process), this::later);
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
}
