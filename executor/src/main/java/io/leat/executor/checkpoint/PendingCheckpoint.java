package io.leat.executor.checkpoint;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A checkpoint whose content was captured and that is to be written, by any thread. When that fails, or when it is closed
 * before, what it has copied counts as not written.
 */
public final class PendingCheckpoint implements AutoCloseable {
    private final CheckpointPages pages;
    private final PageCapture capture;
    private final List<CapturedPart> parts;
    private final AtomicBoolean taken = new AtomicBoolean();

    PendingCheckpoint(CheckpointPages pages, PageCapture capture, List<CapturedPart> parts) {
        this.pages = pages;
        this.capture = capture;
        this.parts = parts;
    }

    /** How many bytes of pages are to be written. */
    public long bytesToWrite() {
        return capture.copiedBytes();
    }

    /** How many pages had changed and were copied. */
    public int copiedPages() {
        return capture.copiedPages();
    }

    /**
     * Writes it. The checkpoint before it must be retained until this has returned.
     *
     * @param sequence the last record of the journal that is in it
     * @param tick the tick after which it was taken
     * @throws io.leat.core.error.LeatException DISK_FULL, INPUT_OUTPUT
     * @throws IllegalStateException if it was written or closed before
     */
    public Manifest write(CheckpointWriter writer, long sequence, long tick) {
        if (!taken.compareAndSet(false, true)) {
            throw new IllegalStateException("the checkpoint was written or closed before");
        }
        try {
            capture.pages().values().forEach(page -> page.write(writer));
            Manifest manifest = writer.finish(
                    sequence, tick, parts.stream().map(CapturedPart::blob).toList());
            pages.written(capture, manifest.number(), writer.pageFileBytes());
            return manifest;
        } finally {
            pages.ended();
        }
    }

    /** Gives it up, unless it was written. */
    @Override
    public void close() {
        if (taken.compareAndSet(false, true)) {
            pages.ended();
        }
    }
}
