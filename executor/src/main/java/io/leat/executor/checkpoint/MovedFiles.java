package io.leat.executor.checkpoint;

import io.leat.executor.checkpoint.WrittenPages.FileUse;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files of pages that are to be got rid of: those of which least is still of use, as long as all together are half as large
 * again as the state, and small ones when there are many. What is of use in them is written again, but only so much at a time.
 */
final class MovedFiles {
    private static final int SMALL = 4;

    private final Set<Long> files = new HashSet<>();
    private long left;
    private long unchosen;

    private MovedFiles(long bytes) {
        left = bytes;
        unchosen = bytes;
    }

    /**
     * Chooses files. At least as much may be written again as the layout says, and more if the files have become too large:
     * as much as they have to shrink, but not much more than is written anyway.
     *
     * @param changedBytes what the last checkpoint had to write
     */
    static MovedFiles of(WrittenPages written, PageLayout layout, long changedBytes) {
        long used = written.files().values().stream().mapToLong(FileUse::used).sum();
        long bytes = written.files().values().stream().mapToLong(FileUse::bytes).sum();
        long tooMuch = bytes - used - used / 2;
        MovedFiles moved = new MovedFiles(Math.max(layout.movedBytes(), 2 * Math.min(changedBytes, tooMuch)));
        moved.chooseSparse(written, tooMuch);
        moved.chooseSmall(written, layout);
        return moved;
    }

    private void chooseSparse(WrittenPages written, long tooMuch) {
        long excess = tooMuch;
        for (Map.Entry<Long, FileUse> file : by(written, Comparator.comparingDouble(FileUse::share))) {
            if (excess <= 0) {
                return;
            }
            choose(file);
            excess -= file.getValue().bytes() - file.getValue().used();
        }
    }

    private void chooseSmall(WrittenPages written, PageLayout layout) {
        List<Map.Entry<Long, FileUse>> small = by(written, Comparator.comparingLong(FileUse::used)).stream()
                .filter(file -> file.getValue().used() < layout.movedBytes() / SMALL)
                .toList();
        if (small.size() > layout.smallFiles()) {
            small.forEach(this::choose);
        }
    }

    private void choose(Map.Entry<Long, FileUse> file) {
        if (unchosen > 0 && files.add(file.getKey())) {
            unchosen -= file.getValue().used();
        }
    }

    private static List<Map.Entry<Long, FileUse>> by(WrittenPages written, Comparator<FileUse> order) {
        return written.files().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(order))
                .toList();
    }

    /** Whether a page is to be written again, which is then counted. */
    boolean take(PageReference page) {
        if (!files.contains(page.file()) || page.length() > left) {
            return false;
        }
        left -= page.length();
        return true;
    }
}
