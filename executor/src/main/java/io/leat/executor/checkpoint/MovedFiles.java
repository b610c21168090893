package io.leat.executor.checkpoint;

import io.leat.executor.checkpoint.WrittenPages.FileUse;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files of pages that are to be got rid of: those of which least is still of use, as long as all together are much larger
 * than the state, and small ones when there are many. What is of use in them is written again, but only so much at a time.
 */
final class MovedFiles {
    private static final double ROOM = 1.5;
    private static final int SMALL = 4;

    private final Set<Long> files = new HashSet<>();
    private long left;
    private long unchosen;

    private MovedFiles(long bytes) {
        left = bytes;
        unchosen = bytes;
    }

    /** Chooses files, of which so much may be written again. */
    static MovedFiles of(WrittenPages written, PageLayout layout, long bytes) {
        MovedFiles moved = new MovedFiles(bytes);
        moved.chooseSparse(written);
        moved.chooseSmall(written, layout);
        return moved;
    }

    private void chooseSparse(WrittenPages written) {
        long used = written.files().values().stream().mapToLong(FileUse::used).sum();
        double tooMuch =
                written.files().values().stream().mapToLong(FileUse::bytes).sum() - ROOM * used;
        for (Map.Entry<Long, FileUse> file : by(written, Comparator.comparingDouble(FileUse::share))) {
            if (tooMuch <= 0) {
                return;
            }
            choose(file);
            tooMuch -= file.getValue().bytes() - file.getValue().used();
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
