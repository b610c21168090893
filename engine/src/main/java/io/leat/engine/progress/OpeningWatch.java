package io.leat.engine.progress;

import io.leat.core.time.Clock;
import io.leat.engine.progress.OpeningProgress.Stage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Counts what is done while a database is opened, and tells a listener when a stage begins and after that ten times a second
 * at most. Any thread may count; the listener is called by one at a time.
 */
public final class OpeningWatch {
    private static final long PERIOD_NANOS = 100_000_000;
    private static final long THOUSANDTHS = 1_000;

    private final Consumer<OpeningProgress> listener;
    private final Clock clock;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private volatile Work work = new Work(Stage.READING_STATE, "", 0, 0);
    private volatile long told;

    private record Work(Stage stage, String name, long total, long begun) {}

    /** Tells a listener. */
    public OpeningWatch(Consumer<OpeningProgress> listener, Clock clock) {
        this.listener = listener;
        this.clock = clock;
    }

    /** Tells nobody. */
    public static OpeningWatch ofNobody(Clock clock) {
        return new OpeningWatch(progress -> {}, clock);
    }

    /** A stage begins that has so much to do. */
    public void begin(Stage stage, long total) {
        begin(new Work(stage, "", total, clock.nanos()), 0, 0);
    }

    /** Makes a view or job again, which may be in the middle of another stage. */
    public void makeAgain(String name, Runnable making) {
        Work before = work;
        long doneBefore = done.get();
        long rowsBefore = rows.get();
        begin(new Work(Stage.MAKING_AGAIN, name, THOUSANDTHS, clock.nanos()), 0, 0);
        making.run();
        begin(before, doneBefore, rowsBefore);
    }

    private synchronized void begin(Work next, long doneThen, long rowsThen) {
        work = next;
        done.set(doneThen);
        rows.set(rowsThen);
        if (next.total() > 0) {
            tell(clock.nanos());
        }
    }

    /** So much more is done. */
    public void advance(long amount) {
        done.addAndGet(amount);
        tellIfDue();
    }

    /** So many more rows have come from sources. */
    public void rows(long count) {
        rows.addAndGet(count);
    }

    /** A view or job that is made again has come so far. */
    public void reached(ReadingProgress reading) {
        if (work.stage() == Stage.MAKING_AGAIN) {
            rows.set(reading.rows());
            done.set(Double.isNaN(reading.fraction()) ? 0 : (long) (reading.fraction() * THOUSANDTHS));
            tellIfDue();
        }
    }

    private void tellIfDue() {
        if (clock.nanos() - told >= PERIOD_NANOS) {
            tellNow();
        }
    }

    private synchronized void tellNow() {
        long now = clock.nanos();
        if (now - told >= PERIOD_NANOS) {
            tell(now);
        }
    }

    private void tell(long nanos) {
        told = nanos;
        Work now = work;
        listener.accept(new OpeningProgress(
                now.stage(), now.name(), done.get(), now.total(), rows.get(), Duration.ofNanos(nanos - now.begun())));
    }
}
