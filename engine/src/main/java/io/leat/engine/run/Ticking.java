package io.leat.engine.run;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import io.leat.engine.durable.Durability;
import io.leat.engine.durable.TickRecord;
import io.leat.executor.circuit.Circuit;
import java.util.function.BiConsumer;

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
    private long writtenMillis;
    private long heldMillis;
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

    /**
     * Lets an ordinary table change in the tick to come; the change must be safe before anybody sees it.
     *
     * @param change makes and notes it, given the number and the time of the tick
     */
    void write(BiConsumer<Long, Long> change) {
        long millis = clock.epochMillis();
        change.accept(tick + 1, millis);
        written = true;
        writtenMillis = millis;
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
        long begun = clock.nanos();
        long now = tables.isHolding() ? Math.max(heldMillis, lastStepMillis) : clock.epochMillis();
        tables.read(heldBack, now);
        tables.newFailures(pipelines::failReaders);
        if (!tables.isWaiting() && !changed && !isTimeToStep(now)) {
            return 0;
        }
        if (note(now)) {
            changed = false;
            long work = tick(true, now);
            tables.ticked(clock.nanos() - begun);
            return work;
        }
        heldMillis = now;
        return written ? tick(false, writtenMillis) : 0;
    }

    private long tick(boolean ofSources, long millis) {
        long work = tables.offer(ofSources);
        syncIfWritten();
        step(tick + 1, millis);
        return Math.max(1, work);
    }

    /**
     * Notes the tick to come; answers whether that was possible. While the disk is full what sources brought must wait. Changes
     * of ordinary tables that could be noted make a tick by themselves, at the time that stands with them.
     */
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

    /** Computes and publishes a tick that was noted, once more; answers how many rows came in. */
    long replay(TickRecord record) {
        long rows = tables.replay(record);
        step(record.tick(), record.clockMillis());
        pipelines.flush(false, clock.nanos());
        return rows;
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
