package io.leat.executor.checkpoint;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the pages of a checkpoint: what an earlier one has written is referenced, the rest is copied. */
final class PageCapture {
    private final PageLayout layout;
    private final PageHashing hashing;
    private final WrittenPages written;
    private final MovedFiles moved;
    private final Map<PageHash, CapturedPage> captured = new LinkedHashMap<>();
    private byte[] buffer;
    private long copiedBytes;
    private long movedBytes;
    private int copiedPages;

    PageCapture(PageLayout layout, PageHashing hashing, WrittenPages written, MovedFiles moved) {
        this.layout = layout;
        this.hashing = hashing;
        this.written = written;
        this.moved = moved;
        this.buffer = new byte[layout.pageBytes()];
    }

    PageLayout layout() {
        return layout;
    }

    /** Where the next page can be put together. */
    byte[] buffer() {
        return buffer;
    }

    /** Takes the page that was put together in the buffer, which is another one afterwards. */
    CapturedPage takeBuffer(int length) {
        PageHash hash = hashing.of(buffer, 0, length);
        CapturedPage page = find(hash);
        return page != null ? page : copied(hash, takenBuffer(length), length);
    }

    private byte[] takenBuffer(int length) {
        if (length <= buffer.length / 2) {
            return Arrays.copyOf(buffer, length);
        }
        byte[] taken = buffer;
        buffer = new byte[layout.pageBytes()];
        return taken;
    }

    /** Takes a page that lies in an array. */
    CapturedPage take(byte[] bytes, int offset, int length) {
        PageHash hash = hashing.of(bytes, offset, length);
        CapturedPage page = find(hash);
        return page != null ? page : copied(hash, Arrays.copyOfRange(bytes, offset, offset + length), length);
    }

    private CapturedPage find(PageHash hash) {
        CapturedPage known = captured.get(hash);
        if (known != null) {
            return known;
        }
        PageReference reference = written.get(hash);
        if (reference == null) {
            return null;
        }
        if (moved.take(reference)) {
            movedBytes += reference.length();
            return null;
        }
        CapturedPage page = CapturedPage.written(reference);
        captured.put(hash, page);
        return page;
    }

    private CapturedPage copied(PageHash hash, byte[] copy, int length) {
        CapturedPage page = CapturedPage.copied(hash, copy, length);
        captured.put(hash, page);
        copiedBytes += length;
        copiedPages++;
        return page;
    }

    /** All pages, each once. */
    Map<PageHash, CapturedPage> pages() {
        return captured;
    }

    long copiedBytes() {
        return copiedBytes;
    }

    /** How much was copied that had not changed, so that its file can be got rid of. */
    long movedBytes() {
        return movedBytes;
    }

    int copiedPages() {
        return copiedPages;
    }
}
