package io.leat.executor.checkpoint;

import java.util.List;

/**
 * A part of a checkpoint that is about to be written.
 *
 * @param name its name
 * @param header its small fields
 * @param pages its arrays
 */
record CapturedPart(String name, byte[] header, List<CapturedPage> pages) {

    /** The part once all pages are written. */
    Blob blob() {
        return new Blob(
                name, header, pages.stream().map(CapturedPage::reference).toList());
    }
}
