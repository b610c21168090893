package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.engine.progress.ReadingProgress;

/** The history of a relation that is kept: what it contains, all at once. */
final class ContentFeed implements Feed {
    private final ZSet content;
    private final long watermark;
    private boolean given;

    ContentFeed(ZSet content, long watermark) {
        this.content = content;
        this.watermark = watermark;
    }

    @Override
    public ZSet next() {
        ZSet next = given ? ZSet.EMPTY : content;
        given = true;
        return next;
    }

    @Override
    public boolean isExhausted() {
        return given;
    }

    @Override
    public long watermark() {
        return given ? watermark : Long.MIN_VALUE;
    }

    @Override
    public ReadingProgress progress() {
        return ReadingProgress.of(given ? content.rows() : 0, given ? 1 : 0, 1);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
