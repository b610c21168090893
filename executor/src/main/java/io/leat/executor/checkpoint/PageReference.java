package io.leat.executor.checkpoint;

/**
 * Where a page lies.
 *
 * @param file the number of the checkpoint in whose file of pages it is
 * @param offset where it begins there
 * @param length its bytes
 * @param checksum their CRC-32C
 * @param hash what they contain, for this database, so that it need not be computed again; may be unknown
 */
public record PageReference(long file, long offset, int length, int checksum, PageHash hash) {
    PageReference with(PageHash found) {
        return new PageReference(file, offset, length, checksum, found);
    }
}
