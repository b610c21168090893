package io.leat.engine.run;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import io.leat.engine.durable.Durability;
import io.leat.engine.durable.TickRecord;
import io.leat.executor.circuit.Circuit;

/**
 * Ticks, one after the other: what came in is noted, the circuit computes, and what changed is published. A tick that was
 * noted can be computed again.
 */
final class Ticking {
    private static final long IDLE_STEP_MILLIS = 100;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Circuit circuit;
    private final Tables tables;
    private final Pipelines pipelines;
    private final Buildings buildings;
    private final Durability durability;
    private final Clock clock;
    private long tick;
    private long lastStepMillis = NEVER;
    private boolean changed;
    private boolean written;
    private RuntimeException broken;

    Ticking(
            Circuit circuit,
            Tables tables,
            Pipelines pipelines,
            Buildings buildings,
            Durability durability,
            Clock clock) {
        this.circuit = circuit;
        this.tables = tables;
        this.pipelines = pipelines;
        this.buildings = buildings;
        this.durability = durability;
        this.clock = clock;
    }

    /** The number of the last tick. */
    long tick() {
        return tick;
    }

    /** Takes a number for something that happens between two ticks. */
    long nextNumber() {
        return ++tick;
    }

    /** Ticks go on behind a number. */
    void goOnAfter(long number) {
        tick = Math.max(tick, number);
    }

    /** The time of the last tick; the clock's if there was none. */
    long lastStepMillis() {
        return lastStepMillis == NEVER ? clock.epochMillis() : lastStepMillis;
    }

    /** The circuit has changed: there is a tick though nothing comes in. */
    void setChanged() {
        changed = true;
    }

    /** Whether there is a tick though nothing comes in. */
    boolean isChanged() {
        return changed;
    }

    /** Something went wrong after which nothing can be trusted: no tick follows. */
    void setBroken(RuntimeException reason) {
        broken = reason;
    }

    /** A change of an ordinary table was noted, and must be safe before anybody sees it. */
    void setWritten() {
        written = true;
    }

    /** A tick that failed in the middle leaves nothing that could be trusted. */
    void requireWhole() {
        if (broken != null) {
            throw broken;
        }
    }

    /**
     * Takes in what the tables have ready, and computes a tick if that is anything.
     *
     * @param heldBack whether sources are not read
     * @return about how much there was to do
     */
    long turn(boolean heldBack) {
        long now = clock.epochMillis();
        tables.read(heldBack, now);
        tables.newFailures(pipelines::failReaders);
        if (!tables.isWaiting() && !changed && !isTimeToStep(now)) {
            return 0;
        }
        long work = tables.offer(note(now));
        syncIfWritten();
        changed = false;
        step(tick + 1, now);
        return Math.max(1, work);
    }

    /** Notes the tick to come; answers whether that was possible. While the disk is full, what sources brought must wait. */
    private boolean note(long now) {
        if (!durability.isKeeping()) {
            return true;
        }
        try {
            durability.tick(new TickRecord(tick + 1, now, tables.intakes()));
            return true;
        } catch (LeatException e) {
            if (e.code() != ErrorCode.DISK_FULL) {
                throw e;
            }
            return false;
        }
    }

    private void syncIfWritten() {
        if (written) {
            durability.sync();
            written = false;
        }
    }

    /** Windows of processing time close though nothing comes: every now and then there is a tick without a change. */
    private boolean isTimeToStep(long now) {
        return now - lastStepMillis >= IDLE_STEP_MILLIS && circuit.followsClock();
    }

    /** Computes and publishes a tick that was noted, once more. */
    void replay(TickRecord record) {
        tables.replay(record);
        step(record.tick(), record.clockMillis());
        pipelines.flush(false, clock.nanos());
    }

    private void step(long number, long millis) {
        tick = number;
        lastStepMillis = millis;
        try {
            circuit.step(number, millis);
        } catch (RuntimeException e) {
            broken = e;
            throw e;
        }
        buildings.watch();
        pipelines.publish(number);
    }
}
