package io.leat.engine.durable;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;

/**
 * Whether the pages of the last checkpoint are used as they are read, each checked at that moment, or all of them are looked at
 * first. The first reads them once, but whoever meets a damaged one has filled half of what runs: then the database
 * is opened once more in the second way, which finds a checkpoint that is whole.
 */
public final class PageTrust {
    private final boolean looksFirst;
    private volatile boolean disappointed;

    private PageTrust(boolean looksFirst) {
        this.looksFirst = looksFirst;
    }

    /** Pages are used as they are read. */
    public static PageTrust trusting() {
        return new PageTrust(false);
    }

    /** All pages are looked at before one is used. */
    public static PageTrust lookingFirst() {
        return new PageTrust(true);
    }

    boolean looksFirst() {
        return looksFirst;
    }

    /** Uses pages. */
    void use(Runnable use) {
        try {
            use.run();
        } catch (LeatException e) {
            disappointed = !looksFirst && e.code() == ErrorCode.DATA_CORRUPTED;
            throw e;
        }
    }

    /** Whether a page that was used as it was read turned out to be damaged. */
    public boolean isDisappointed() {
        return disappointed;
    }
}
