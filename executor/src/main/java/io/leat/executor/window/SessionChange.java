package io.leat.executor.window;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A change of one row, as the session operator sees it.
 *
 * @param key the number of its session key
 * @param time its time in milliseconds
 * @param arrival its arrival watermark; {@code Long.MIN_VALUE} if rows carry none
 * @param row the whole row, encoded
 * @param weight how many times it is inserted, or taken back
 */
record SessionChange(int key, long time, long arrival, byte[] row, long weight) {

    /** By key, then time, then row: equal rows stand together. */
    static final Comparator<SessionChange> ORDER = Comparator.comparingInt(SessionChange::key)
            .thenComparingLong(SessionChange::time)
            .thenComparing(SessionChange::row, Arrays::compareUnsigned);
}
