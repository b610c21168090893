package io.leat.core.connector;

/**
 * A record that cannot be decoded.
 *
 * @param partition name of its partition: a file, a topic's partition
 * @param offset its offset there, in the source's own units
 * @param raw its bytes, perhaps shortened
 * @param reason one factual line
 */
public record BadRecord(String partition, long offset, byte[] raw, String reason) {}
