package io.leat.planner.catalog;

import io.leat.core.connector.TableDefinition;
import io.leat.core.plan.ChangeMode;

/**
 * A table.
 *
 * @param definition what CREATE TABLE declared
 * @param changes whether its rows are ever taken back: UPDATING if it has a key, takes UPDATE and DELETE, or reads a
 *     change log
 * @param lateRowsLeave whether late rows are dropped or diverted, so that windows close; false for {@code
 *     'late.policy' = 'update'}
 */
public record TableRelation(TableDefinition definition, ChangeMode changes, boolean lateRowsLeave) implements Relation {

    @Override
    public String name() {
        return definition.name();
    }
}
