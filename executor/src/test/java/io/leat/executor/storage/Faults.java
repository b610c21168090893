package io.leat.executor.storage;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/** Counts what is done to a disk, and makes some of it fail. */
final class Faults {
    private int steps;
    private int crashAt = Integer.MAX_VALUE;
    private boolean tears;
    private Random random;
    private boolean dead;
    private boolean syncsFail;
    private long room = Long.MAX_VALUE;
    private Runnable observer = () -> {};
    private String writtenPlace;
    private byte[] written;

    int steps() {
        return steps;
    }

    void crashAt(int step, boolean inTheMiddle, Random chance) {
        crashAt = step;
        tears = inTheMiddle;
        random = chance;
    }

    void failSyncs(boolean fail) {
        syncsFail = fail;
    }

    void room(long bytes) {
        room = bytes;
    }

    /** Says what is to happen before each step. */
    void observe(Runnable before) {
        observer = before;
    }

    /** Where the write goes that is about to be done, or null if it is something else. */
    String writtenPlace() {
        return writtenPlace;
    }

    /** What is about to be written. */
    byte[] written() {
        return written;
    }

    void alive() {
        if (dead) {
            throw new Crash();
        }
    }

    /** One thing more is done, unless the process ends before. */
    void step() {
        alive();
        if (steps >= crashAt) {
            dead = true;
            throw new Crash();
        }
        observer.run();
        steps++;
    }

    void write(String place, byte[] bytes, Consumer<byte[]> write) {
        alive();
        if (steps >= crashAt && tears) {
            write.accept(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        }
        writtenPlace = place;
        written = bytes;
        step();
        writtenPlace = null;
        if (bytes.length > room) {
            write.accept(Arrays.copyOf(bytes, (int) room));
            throw StorageErrors.full(place, null);
        }
        room -= bytes.length;
        write.accept(bytes);
    }

    void sync(String place) {
        step();
        if (syncsFail) {
            throw LeatException.of(ErrorCode.INPUT_OUTPUT, "cannot sync " + place)
                    .detail("the disk says no");
        }
    }
}
