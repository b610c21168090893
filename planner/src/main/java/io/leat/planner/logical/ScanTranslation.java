package io.leat.planner.logical;

import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Scan;
import io.leat.planner.catalog.Relation;
import io.leat.planner.catalog.TableRelation;
import io.leat.planner.catalog.ViewRelation;
import io.leat.planner.validate.RelationTable;
import org.apache.calcite.rel.core.TableScan;

/** Reads of relations: all columns at first, unneeded ones are left out later. */
final class ScanTranslation {

    private ScanTranslation() {}

    static Plan translate(TableScan scan) {
        RelationTable table = scan.getTable().unwrapOrThrow(RelationTable.class);
        return new Scan(
                table.relation().name(),
                Columns.range(0, table.schema().size()),
                false,
                changes(table.relation()),
                table.schema());
    }

    private static ChangeMode changes(Relation relation) {
        if (relation instanceof TableRelation table) {
            return table.changes();
        }
        return relation instanceof ViewRelation view ? view.changes() : ChangeMode.UPDATING;
    }
}
