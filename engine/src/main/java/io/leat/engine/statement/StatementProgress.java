package io.leat.engine.statement;

import io.leat.core.time.Clock;
import io.leat.engine.progress.Progress;
import io.leat.engine.progress.ReadingProgress;
import io.leat.engine.progress.Step;
import java.time.Duration;
import java.util.Locale;

/** How far a statement has come. Whoever works for it says so, any thread may ask. */
public final class StatementProgress {
    private record State(Step step, ReadingProgress reading, long stepNanos) {}

    private final Clock clock;
    private final long begun;
    private volatile String kind;
    private volatile String name = "";
    private volatile State state;

    /** A statement that begins now. */
    StatementProgress(String text, Clock clock) {
        this.kind = text.strip().split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
        this.clock = clock;
        this.begun = clock.nanos();
        this.state = new State(Step.RUNNING, ReadingProgress.NOTHING, begun);
    }

    /** It makes something of a name. */
    void makes(String what, String itsName) {
        kind = what;
        name = itsName;
    }

    void reached(Step step, ReadingProgress reading) {
        State before = state;
        long since = before.step == step ? before.stepNanos : clock.nanos();
        state = new State(step, reading, since);
    }

    /** How far it has come now. */
    public Progress get() {
        State now = state;
        long nanos = clock.nanos();
        return new Progress(
                kind,
                name,
                now.step,
                now.reading.rows(),
                now.reading.percent(),
                Progress.rate(now.reading.rows(), Duration.ofNanos(nanos - now.stepNanos)),
                Duration.ofNanos(nanos - begun));
    }
}
