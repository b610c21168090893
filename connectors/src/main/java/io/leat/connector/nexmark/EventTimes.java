package io.leat.connector.nexmark;

import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;

/**
 * When each event happens, in its own time.
 *
 * @param startMillis the time of event 0
 * @param eventsPerSecond how many events happen in a second
 */
record EventTimes(long startMillis, long eventsPerSecond) {
    private static final long MILLIS_PER_SECOND = 1_000;

    /** The time of an event, in milliseconds. */
    long at(long event) {
        return startMillis
                + event / eventsPerSecond * MILLIS_PER_SECOND
                + event % eventsPerSecond * MILLIS_PER_SECOND / eventsPerSecond;
    }

    /** How many events have happened by a time, those at that very time included. */
    long eventsBy(long millis) {
        long since = millis + 1 - startMillis;
        long events = since / MILLIS_PER_SECOND * eventsPerSecond
                + (since % MILLIS_PER_SECOND * eventsPerSecond + MILLIS_PER_SECOND - 1) / MILLIS_PER_SECOND;
        return since <= 0 ? 0 : events;
    }

    /** The times of some events: time goes on with them, without a division as long as they follow each other. */
    Column of(Events events) {
        long[] values = new long[events.size()];
        long[] numbers = events.numbers();
        long stepMillis = MILLIS_PER_SECOND / eventsPerSecond;
        long stepRest = MILLIS_PER_SECOND % eventsPerSecond;
        long event = numbers.length == 0 ? 0 : numbers[0];
        long millis = at(event);
        long rest = event % eventsPerSecond * MILLIS_PER_SECOND % eventsPerSecond;
        for (int i = 0; i < values.length; i++) {
            long steps = numbers[i] - event;
            rest += steps * stepRest;
            long single = rest >= eventsPerSecond ? 1 : 0;
            long carry = steps == 1 ? single : rest / eventsPerSecond;
            rest -= carry * eventsPerSecond;
            millis += steps * stepMillis + carry;
            event = numbers[i];
            values[i] = millis;
        }
        return new LongColumn(values, null, values.length);
    }

    /** How long, in milliseconds, an auction can be open on average: the time in which as many others come as are open. */
    long horizonMillis() {
        long events = (long) Keys.OPEN_AUCTIONS * NexmarkTable.ROUND / Keys.AUCTIONS_PER_ROUND;
        return events * MILLIS_PER_SECOND / eventsPerSecond;
    }
}
