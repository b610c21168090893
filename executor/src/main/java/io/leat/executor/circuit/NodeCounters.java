package io.leat.executor.circuit;

/** What a node has counted since it was wired. Written by the loop, read by anyone: each number on its own is right. */
public final class NodeCounters {
    private volatile long rowsIn;
    private volatile long rowsOut;
    private volatile long steps;
    private volatile long nanos;

    /** Rows that came in, whatever their weights. */
    public long rowsIn() {
        return rowsIn;
    }

    /** Rows that came out, whatever their weights. */
    public long rowsOut() {
        return rowsOut;
    }

    /** Ticks in which it had something to do. */
    public long steps() {
        return steps;
    }

    /** Time that it took. */
    public long nanos() {
        return nanos;
    }

    void addOut(long rows) {
        rowsOut = rowsOut + rows;
    }

    void addStep(long rows, long duration) {
        rowsIn = rowsIn + rows;
        nanos = nanos + duration;
        steps = steps + 1;
    }
}
