package io.leat.executor.checkpoint;

import java.util.List;

/** Reads pages in order; those that lie behind each other in a file are read together. */
final class PageStream {
    private static final int READ_BYTES = 1 << 20;

    private final PageFiles files;
    private final List<PageReference> pages;
    private int next;
    private int runEnd;
    private byte[] buffer = new byte[0];
    private int offset;
    private int length;
    private boolean isRepeated;

    PageStream(PageFiles files, List<PageReference> pages) {
        this.files = files;
        this.pages = pages;
    }

    /** Goes on to the next page, whose checksum is right; false if there is none. */
    boolean advance() {
        if (next == pages.size()) {
            return false;
        }
        isRepeated = next > 0 && pages.get(next).equals(pages.get(next - 1));
        if (isRepeated) {
            next++;
            runEnd = Math.max(runEnd, next);
            return true;
        }
        if (next == runEnd) {
            readRun();
        } else {
            offset += length;
        }
        PageReference page = pages.get(next++);
        length = page.length();
        files.check(page, buffer, offset);
        return true;
    }

    private void readRun() {
        PageReference first = pages.get(next);
        long end = first.offset() + first.length();
        runEnd = next + 1;
        while (runEnd < pages.size() && follows(pages.get(runEnd), first, end)) {
            end += pages.get(runEnd++).length();
        }
        int bytes = Math.toIntExact(end - first.offset());
        if (buffer.length < bytes) {
            buffer = new byte[bytes];
        }
        files.read(first.file(), first.offset(), buffer, bytes);
        offset = 0;
    }

    /** Whether the page is the one before once more, which is not read again. */
    boolean isRepeated() {
        return isRepeated;
    }

    private static boolean follows(PageReference page, PageReference first, long end) {
        return page.file() == first.file()
                && page.offset() == end
                && end + page.length() - first.offset() <= READ_BYTES;
    }

    /** The page that was read last. */
    PageReference page() {
        return pages.get(next - 1);
    }

    /** Where its bytes are, until the next is read. */
    byte[] bytes() {
        return buffer;
    }

    /** Where they begin. */
    int offset() {
        return offset;
    }

    /** How many they are. */
    int length() {
        return length;
    }
}
