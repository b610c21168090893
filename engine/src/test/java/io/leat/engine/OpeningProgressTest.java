package io.leat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.time.Clock;
import io.leat.core.time.ManualClock;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import io.leat.engine.progress.OpeningProgress;
import io.leat.engine.progress.OpeningProgress.Stage;
import io.leat.engine.progress.OpeningWatch;
import io.leat.executor.storage.FaultyStorage;
import io.leat.executor.storage.Storage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Opening a directory says how far it has come. */
class OpeningProgressTest {
    private static final int ROWS = 20_000;
    private static final int TICKS = 8;

    private final ManualClock clock = new ManualClock(0);
    /** Goes on by itself whenever somebody looks at it, if it is to hurry. */
    private final Clock looked = new Clock() {
        @Override
        public long epochMillis() {
            return clock.epochMillis();
        }

        @Override
        public long nanos() {
            if (hurrying) {
                clock.advance(Duration.ofMillis(110));
            }
            return clock.nanos();
        }
    };

    private boolean hurrying;
    private final FaultyStorage disk = new FaultyStorage();
    private final Script events = new Script().partitions("a").rowsPerPoll(ROWS);
    private final List<OpeningProgress> told = new ArrayList<>();

    private HandDriven open(Storage storage) {
        Leat.Builder options = Leat.builder()
                .clock(looked)
                .connector(new ScriptedConnector(Map.of("events", events)))
                .onOpening(told::add);
        return HandDriven.open(options, storage, Runnable::run);
    }

    private void add(int rows) {
        for (int i = 0; i < rows; i++) {
            events.row("a", i, i);
        }
    }

    /** A database with a checkpoint, and ticks behind it, that nobody has closed. */
    private HandDriven leaveOpen() {
        HandDriven engine = open(disk.storage());
        engine.leat()
                .execute("CREATE TABLE events (k INT, v INT) WITH ('connector' = 'scripted', 'script' = 'events');"
                        + "CREATE MATERIALIZED VIEW sums AS SELECT k, SUM(v) AS v FROM events GROUP BY k")
                .close();
        add(ROWS);
        engine.settle();
        clock.advance(Duration.ofMinutes(1));
        engine.settle();
        events.rowsPerPoll(10);
        add(10 * TICKS);
        engine.settle();
        return engine;
    }

    @Test
    void ticksThatAreComputedAgainAreCounted() {
        leaveOpen();
        assertEquals(List.of(), told);
        events.beforePoll(() -> clock.advance(Duration.ofMillis(500)));
        try (HandDriven engine = open(disk.storage())) {
            assertTrue(engine.runs("sums"));
        }
        List<String> texts = told.stream()
                .filter(progress -> progress.stage() == Stage.COMPUTING_TICKS)
                .map(Object::toString)
                .toList();
        assertEquals("computing ticks again: 0 of 8, 0 %, 0 s", texts.get(0));
        assertEquals("computing ticks again: 1 of 8, 12 %, 10 rows, 20 rows/s, 0 s", texts.get(1));
        assertEquals("computing ticks again: 8 of 8, 100 %, 80 rows, 20 rows/s, 4 s", texts.get(TICKS));
    }

    @Test
    void bytesOfStateAreCounted() {
        leaveOpen();
        hurrying = true;
        try (HandDriven engine = open(disk.storage())) {
            assertTrue(engine.runs("sums"));
        }
        List<OpeningProgress> state = told.stream()
                .filter(progress -> progress.stage() == Stage.READING_STATE)
                .toList();
        OpeningProgress last = state.get(state.size() - 1);
        assertEquals("reading state: 0.0 of 1.2 MB, 0 %, 0 s", state.get(0).toString());
        assertEquals(last.total(), last.done());
        assertTrue(state.size() > 10, state::toString);
    }

    @Test
    void aViewThatTheCheckpointDoesNotHaveIsMadeAgain() {
        HandDriven left = leaveOpen();
        left.leat()
                .execute("CREATE MATERIALIZED VIEW late AS SELECT k, MAX(v) AS v FROM events GROUP BY k")
                .close();
        events.rowsPerPoll(5_000).beforePoll(() -> clock.advance(Duration.ofMillis(500)));
        try (HandDriven engine = open(disk.storage())) {
            assertTrue(engine.runs("late"));
        }
        List<String> texts = told.stream()
                .filter(progress -> progress.stage() == Stage.MAKING_AGAIN)
                .map(Object::toString)
                .toList();
        assertEquals("computing again late: 0 %, 0 s", texts.get(0));
        assertEquals("computing again late: 24 %, 5,000 rows, 10,000 rows/s, 0 s", texts.get(1));
    }

    @Test
    void aListenerIsToldTenTimesASecondAtMost() {
        OpeningWatch watch = new OpeningWatch(told::add, clock);
        watch.begin(Stage.READING_STATE, 100);
        for (int i = 0; i < 50; i++) {
            watch.advance(1);
            clock.advance(Duration.ofMillis(10));
        }
        assertEquals(
                List.of(0L, 11L, 21L, 31L, 41L),
                told.stream().map(OpeningProgress::done).toList());
    }
}
