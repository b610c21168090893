package io.leat.executor.checkpoint;

import java.util.List;

/**
 * One thing that a checkpoint holds.
 *
 * @param name what it is
 * @param header what is small and written each time
 * @param pages the rest, in order
 */
public record Blob(String name, byte[] header, List<PageReference> pages) {
    public Blob {
        pages = List.copyOf(pages);
    }

    /** The bytes of its pages. */
    public long bytes() {
        return pages.stream().mapToLong(PageReference::length).sum();
    }
}
