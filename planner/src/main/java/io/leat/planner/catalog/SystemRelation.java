package io.leat.planner.catalog;

import io.leat.core.type.Schema;

/**
 * A table that the engine itself fills, such as the list of sources. Scanned by name.
 *
 * @param schema its columns
 */
public record SystemRelation(String name, Schema schema) implements Relation {}
