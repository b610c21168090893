package io.leat.tests.simulation;

import java.util.List;

/** A record of the simulated log, or a marker that is none. */
final class Entry {
    /** Where it stands with its transaction. */
    enum State {
        OPEN,
        COMMITTED,
        ABORTED,
        MARKER
    }

    private final List<Object> values;
    private final long weight;
    private final long tick;
    private State state;

    /**
     * A record.
     *
     * @param values its fields; null for bytes that cannot be decoded
     * @param weight -1 for a deletion
     * @param tick what its writer says of it; 0 for none
     */
    Entry(List<Object> values, long weight, long tick, State state) {
        this.values = values;
        this.weight = weight;
        this.tick = tick;
        this.state = state;
    }

    /** A place in the log that the end of a transaction takes, with how far its writer has come. */
    static Entry marker(long tick) {
        return new Entry(null, 0, tick, State.MARKER);
    }

    List<Object> values() {
        return values;
    }

    boolean isBad() {
        return values == null;
    }

    long weight() {
        return weight;
    }

    long tick() {
        return tick;
    }

    State state() {
        return state;
    }

    boolean isCommitted() {
        return state == State.COMMITTED;
    }

    void settle(boolean commit) {
        state = commit ? State.COMMITTED : State.ABORTED;
    }

    @Override
    public String toString() {
        return (weight < 0 ? "-" : "+") + values + (tick == 0 ? "" : "@" + tick);
    }
}
