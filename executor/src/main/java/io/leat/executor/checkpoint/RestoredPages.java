package io.leat.executor.checkpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was seen of the pages of a part when it was read back. Used by one thread at a time. */
final class RestoredPages {
    private final PageHashing hashing;
    private final PageFiles files;
    private final List<PageHash> hashes = new ArrayList<>();
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
        hashes.add(hashing.of(page.bytes(), page.offset(), page.length()));
        references.add(reference);
    }

    /** Says where the pages lie. */
    void addTo(WrittenPages written) {
        fileBytes.forEach(written::addFile);
        for (int i = 0; i < hashes.size(); i++) {
            written.add(hashes.get(i), references.get(i));
        }
    }
}
