package io.leat.engine.run;

import io.leat.core.batch.ZSet;

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
    public void close() {
        // holds nothing
    }
}
