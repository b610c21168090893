package io.leat.connector.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.batch.ZSet;
import io.leat.core.connector.Sink;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * What a sink that has an identity must do besides {@link SinkContract}, to be implemented by its test class: each row is
 * there once if ticks are given to it again from the one behind {@link Sink#lastTick}, however its process ended.
 */
public interface ExactlyOnceContract {

    /** A new sink of the table, with the same identity each time. */
    Sink open();

    /** Insertions of rows with the given numbers. */
    ZSet rows(int from, int to);

    /** Checks that the outside world shows the rows with the given numbers, each once, and nothing else. */
    void assertVisible(int from, int to);

    /** The process of a sink ends, as if killed; by default the sink is left as it is. */
    default void crash(Sink sink) {}

    /** What was not flushed when the process ended is not there, and is written again. */
    @Test
    default void whatWasNotFlushedBeforeACrashIsWrittenAgain() {
        Sink lost = open();
        lost.write(1, rows(0, 3));
        lost.flush(1);
        lost.write(2, rows(3, 5));
        lost.write(4, rows(5, 6));
        crash(lost);
        try (Sink sink = open()) {
            assertEquals(OptionalLong.of(1), sink.lastTick());
            assertVisible(0, 3);
            sink.write(2, rows(3, 5));
            sink.write(4, rows(5, 6));
            sink.flush(5);
            assertVisible(0, 6);
        }
    }

    /** What was flushed is there, whatever the process was about to do. */
    @Test
    default void whatWasFlushedBeforeACrashIsThere() {
        Sink lost = open();
        lost.write(7, rows(0, 3));
        lost.flush(8);
        crash(lost);
        Sink again = open();
        long last = again.lastTick().orElseThrow();
        assertEquals(8, last, 1, "the tick that was written, or the one that was flushed");
        assertVisible(0, 3);
        crash(again);
        try (Sink sink = open()) {
            assertEquals(OptionalLong.of(last), sink.lastTick());
            sink.write(9, rows(3, 4));
            sink.flush(9);
            assertEquals(OptionalLong.of(9), sink.lastTick());
        }
        assertVisible(0, 4);
    }

    /** A sink that has never flushed, or had nothing to flush, has no last tick. */
    @Test
    default void knowsThatItHasNothing() {
        Sink lost = open();
        assertEquals(OptionalLong.empty(), lost.lastTick());
        lost.flush(3);
        lost.write(4, rows(0, 2));
        crash(lost);
        try (Sink sink = open()) {
            assertEquals(OptionalLong.empty(), sink.lastTick());
            assertVisible(0, 0);
            sink.write(4, rows(0, 2));
        }
        assertVisible(0, 2);
    }

    /** Many short lives give the same rows as one long one. */
    @Test
    default void manyCrashesRepeatNothing() {
        int rows = 0;
        for (long tick = 1; tick <= 12; tick += 2) {
            Sink sink = open();
            assertEquals(tick == 1 ? OptionalLong.empty() : OptionalLong.of(tick - 1), sink.lastTick());
            sink.write(tick, rows(rows, rows + 2));
            sink.write(tick + 1, rows(rows + 2, rows + 3));
            sink.flush(tick + 1);
            rows += 3;
            sink.write(tick + 2, rows(rows, rows + 2));
            crash(sink);
        }
        try (Sink sink = open()) {
            assertEquals(OptionalLong.of(12), sink.lastTick());
        }
        assertVisible(0, rows);
    }

    /** What was not flushed is not shown by a sink that is told to show nothing more. */
    @Test
    default void showsNothingMoreWhenItIsAborted() {
        Sink sink = open();
        sink.write(1, rows(0, 2));
        sink.flush(1);
        sink.write(2, rows(2, 4));
        sink.abort();
        sink.close();
        assertVisible(0, 2);
        try (Sink next = open()) {
            assertEquals(OptionalLong.of(1), next.lastTick());
        }
    }
}
