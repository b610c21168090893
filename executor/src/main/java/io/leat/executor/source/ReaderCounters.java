package io.leat.executor.source;

import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;

/** What a reader has counted since its table was first read. Written by the loop, read by anyone: each number on its own is right. */
public final class ReaderCounters implements Archivable {
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

    @Override
    public void archive(StateArchive archive) {
        rows = archive.number(rows);
        bad = archive.number(bad);
        failed = archive.number(failed);
        lastBad = archive.text(lastBad);
    }
}
