package io.leat.planner;

import io.leat.core.plan.Plan;
import io.leat.core.type.DataType;
import io.leat.planner.catalog.TableRelation;
import java.util.List;

/**
 * An UPDATE or DELETE ready to run as a finite query over the table.
 *
 * @param target the table
 * @param plan for DELETE the rows to remove; for UPDATE each row to remove followed, in the same row, by the one to put
 *     in its place. Both have the table's {@linkplain io.leat.core.connector.TableDefinition#writtenColumns() written
 *     columns}.
 * @param parameterTypes the types of {@code ?}, from left to right
 */
public record PlannedChange(TableRelation target, Plan plan, List<DataType> parameterTypes) {
    public PlannedChange {
        parameterTypes = List.copyOf(parameterTypes);
    }
}
