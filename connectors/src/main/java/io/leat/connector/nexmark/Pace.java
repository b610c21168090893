package io.leat.connector.nexmark;

import io.leat.core.time.Clock;

/** How many events are there by a moment. */
sealed interface Pace {

    /**
     * The number of the first event that is not there yet.
     *
     * @param openedEvent the event that reading began with
     * @param openedNanos when it began
     */
    long available(Clock clock, long openedEvent, long openedNanos);

    /** So many events a second from the moment when reading begins; {@code Long.MAX_VALUE} for all at once. */
    static Pace rate(long eventsPerSecond) {
        return eventsPerSecond == Long.MAX_VALUE ? new AtOnce() : new Rate(eventsPerSecond);
    }

    /** Each event when the clock shows its time. */
    static Pace live(EventTimes times) {
        return new Live(times);
    }

    /** All events are there. */
    record AtOnce() implements Pace {
        @Override
        public long available(Clock clock, long openedEvent, long openedNanos) {
            return Long.MAX_VALUE;
        }
    }

    /** Events come at a rate. */
    record Rate(long eventsPerSecond) implements Pace {
        private static final long NANOS_PER_SECOND = 1_000_000_000L;

        @Override
        public long available(Clock clock, long openedEvent, long openedNanos) {
            long nanos = clock.nanos() - openedNanos;
            return openedEvent
                    + nanos / NANOS_PER_SECOND * eventsPerSecond
                    + nanos % NANOS_PER_SECOND * eventsPerSecond / NANOS_PER_SECOND;
        }
    }

    /** Events come as they happen. */
    record Live(EventTimes times) implements Pace {
        @Override
        public long available(Clock clock, long openedEvent, long openedNanos) {
            return times.eventsBy(clock.epochMillis());
        }
    }
}
