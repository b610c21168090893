package io.leat.executor.checkpoint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Writes pages of a checkpoint once more: only what it needs, each page once, and checked. */
final class CheckpointCopy {
    private final Map<PageReference, PageReference> places = new HashMap<>();
    private final Manifest from;
    private final Predicate<PageReference> copied;

    /** @param copied which pages are written; the copy refers to the others where they are */
    CheckpointCopy(Manifest from, Predicate<PageReference> copied) {
        this.from = from;
        this.copied = copied;
    }

    /**
     * Copies it.
     *
     * @param step called before each page; what it throws ends the copying
     */
    Manifest write(PageFiles files, CheckpointWriter writer, long tick, Runnable step) {
        PageStream pages = new PageStream(
                files, Checkpoints.inOrder(from).stream().filter(copied).toList());
        while (pages.advance()) {
            step.run();
            int end = pages.offset() + pages.length();
            byte[] page = Arrays.copyOfRange(pages.bytes(), pages.offset(), end);
            places.put(pages.page(), writer.page(page, page.length));
        }
        List<Blob> blobs = from.blobs().stream().map(this::moved).toList();
        return writer.finish(from.sequence(), tick, blobs);
    }

    private Blob moved(Blob blob) {
        return new Blob(
                blob.name(),
                blob.header(),
                blob.pages().stream()
                        .map(page -> places.getOrDefault(page, page))
                        .toList());
    }
}
