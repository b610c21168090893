package io.leat.engine.progress;

import io.leat.core.connector.Position;

/** What is to be read of a source: from one position to another. */
public record Stretch(Position from, Position until) {
    /** Nothing. */
    public static final Stretch NONE = new Stretch(Position.START, Position.START);

    /** How far it has been read, when reading has come to a position and brought so many rows. */
    public ReadingProgress at(long rows, Position position) {
        long done = 0;
        long total = 0;
        for (String partition : until.offsets().keySet()) {
            long begin = from.offset(partition);
            long length = Math.max(0, until.offset(partition) - begin);
            total += length;
            done += Math.max(0, Math.min(length, position.offset(partition) - begin));
        }
        return ReadingProgress.of(rows, done, total);
    }
}
