package io.leat.executor.source;

/** What a reader has counted since it was opened. Written by the loop, read by anyone: each number on its own is right. */
public final class ReaderCounters {
    private volatile long rows;
    private volatile long bad;
    private volatile long failed;
    private volatile String lastBad = "";

    /** Rows delivered. */
    public long rows() {
        return rows;
    }

    /** Records that could not be decoded. */
    public long bad() {
        return bad;
    }

    /** Rows whose computed columns or watermark could not be computed. */
    public long failed() {
        return failed;
    }

    /** What was wrong with the last bad record; empty if there was none. */
    public String lastBad() {
        return lastBad;
    }

    void addRows(long count) {
        rows = rows + count;
    }

    void addBad(long count, String reason) {
        bad = bad + count;
        lastBad = reason;
    }

    void addFailed(long count, String reason) {
        failed = failed + count;
        lastBad = reason;
    }
}
