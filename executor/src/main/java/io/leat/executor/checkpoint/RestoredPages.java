package io.leat.executor.checkpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was seen of the pages of a part when it was read back. Used by one thread at a time. */
final class RestoredPages {
    private final PageHashing hashing;
    private final PageFiles files;
    private final List<PageReference> references = new ArrayList<>();
    private final Map<Long, Long> fileBytes = new HashMap<>();
    private long lastFile = -1;

    RestoredPages(PageHashing hashing, PageFiles files) {
        this.hashing = hashing;
        this.files = files;
    }

    /** Notes the page that a stream stands at. */
    void add(PageStream page) {
        if (page.isRepeated()) {
            return;
        }
        PageReference reference = page.page();
        if (reference.file() != lastFile) {
            lastFile = reference.file();
            fileBytes.put(lastFile, files.bytes(lastFile));
        }
        references.add(reference.hash().isKnown() ? reference : hashed(page));
    }

    private PageReference hashed(PageStream page) {
        return page.page().with(hashing.of(page.bytes(), page.offset(), page.length()));
    }

    /** Says where the pages lie. */
    void addTo(WrittenPages written) {
        fileBytes.forEach(written::addFile);
        references.forEach(reference -> written.add(reference.hash(), reference));
    }
}
