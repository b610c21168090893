package io.leat.engine.run;

import io.leat.core.connector.Position;
import io.leat.engine.progress.ReadingProgress;
import io.leat.engine.progress.Stretch;
import io.leat.executor.source.TableReader;
import java.time.Duration;

/**
 * Reading what a source held when reading it began.
 *
 * @param stretch where that lies
 * @param rows how many rows the reader had counted when it began
 * @param nanos the clock's nanoseconds when it began
 */
public record CatchUp(Stretch stretch, long rows, long nanos) {
    /** There is nothing to catch up with. */
    static final CatchUp NONE = new CatchUp(Stretch.NONE, 0, 0);

    /** Begins now, with all that the source holds. */
    public static CatchUp begin(TableReader reader, long nanos) {
        return new CatchUp(
                new Stretch(reader.position(), reader.end()), reader.counters().rows(), nanos);
    }

    /** Whether reading that has come to a position has caught up. */
    public boolean isReached(Position position) {
        return position.hasReached(stretch.until());
    }

    /** How far it has come. */
    public ReadingProgress progress(TableReader reader) {
        return stretch.at(reader.counters().rows() - rows, reader.position());
    }

    /** How long it has been going on. */
    public Duration elapsed(long now) {
        return Duration.ofNanos(Math.max(0, now - nanos));
    }
}
