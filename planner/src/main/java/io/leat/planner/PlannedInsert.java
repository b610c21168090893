package io.leat.planner;

import io.leat.planner.catalog.TableRelation;

/**
 * An INSERT ready to run.
 *
 * @param target where the rows go
 * @param query what makes the rows: exactly the target's {@linkplain
 *     io.leat.core.connector.TableDefinition#writtenColumns() written columns}, in their types; columns that the
 *     statement does not name are NULL
 */
public record PlannedInsert(TableRelation target, PlannedQuery query) {}
