package io.leat.core.connector;

import io.leat.core.type.DataType;

/**
 * Something that a connector knows about a record beside its fields: partition, offset, timestamp, headers, file name.
 *
 * @param key the name in {@code METADATA FROM 'key'}
 * @param type the type of its value; a column may declare another type that it can be cast to
 * @param description one sentence for people
 */
public record MetadataColumn(String key, DataType type, String description) {}
