package io.leat.executor.checkpoint;

import java.util.HashMap;
import java.util.Map;

/** The pages that the last checkpoint is made of, by what they contain, and the files that they lie in. */
final class WrittenPages {
    private final Map<PageHash, PageReference> pages = new HashMap<>();
    private final Map<Long, FileUse> files = new HashMap<>();

    /**
     * How much of a file is of use.
     *
     * @param bytes its length
     * @param used how much of that the last checkpoint refers to
     */
    record FileUse(long bytes, long used) {
        double share() {
            return (double) used / bytes;
        }

        private FileUse and(int more) {
            return new FileUse(bytes, used + more);
        }
    }

    /** Where a page of that content lies, or null if there is none. */
    PageReference get(PageHash hash) {
        return pages.get(hash);
    }

    /** Notes a page; its file must be known. */
    void add(PageHash hash, PageReference page) {
        if (pages.putIfAbsent(hash, page) == null) {
            files.computeIfPresent(page.file(), (file, use) -> use.and(page.length()));
        }
    }

    /** Notes how long a file is. */
    void addFile(long file, long bytes) {
        files.putIfAbsent(file, new FileUse(bytes, 0));
    }

    /** How long a file is that pages lie in. */
    long fileBytes(long file) {
        return files.get(file).bytes();
    }

    /** The files by their numbers. */
    Map<Long, FileUse> files() {
        return files;
    }
}
