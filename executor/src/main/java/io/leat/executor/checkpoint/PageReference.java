package io.leat.executor.checkpoint;

/**
 * Where a page lies.
 *
 * @param file the number of the checkpoint in whose file of pages it is
 * @param offset where it begins there
 * @param length its bytes
 * @param checksum their CRC-32C
 */
public record PageReference(long file, long offset, int length, int checksum) {}
