package io.leat.planner.logical;

import io.leat.core.connector.ColumnDefinition;
import io.leat.core.expression.Expression;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Plan;
import io.leat.core.plan.ProcessingTime;
import io.leat.core.plan.Project;
import io.leat.core.plan.Scan;
import io.leat.planner.catalog.Relation;
import io.leat.planner.catalog.TableRelation;
import io.leat.planner.catalog.ViewRelation;
import io.leat.planner.validate.RelationTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.core.TableScan;

/** Reads of relations: all columns at first, unneeded ones are left out later. */
final class ScanTranslation {

    private ScanTranslation() {}

    static Plan translate(TableScan scan, ProcessingTimes times) {
        RelationTable table = scan.getTable().unwrapOrThrow(RelationTable.class);
        Plan whole = whole(table);
        return table.relation() instanceof TableRelation relation ? timed(whole, relation, times) : whole;
    }

    /** Columns that are processing time are not read, they are added. */
    private static Plan timed(Plan whole, TableRelation table, ProcessingTimes times) {
        List<ColumnDefinition> columns = table.definition().columns();
        if (columns.stream().noneMatch(ColumnDefinition::isProcessingTime)) {
            return whole;
        }
        Plan input = times.isFinite() ? whole : new ProcessingTime(whole);
        List<Expression> expressions = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean timed = columns.get(i).isProcessingTime();
            expressions.add(timed ? columns.get(i).expression().orElseThrow() : Columns.reference(whole, i));
        }
        List<Expression> filled = input instanceof ProcessingTime timed
                ? ProcessingTimes.taken(expressions, timed)
                : times.resolved(expressions);
        return new Project(input, filled, whole.schema());
    }

    private static Plan whole(RelationTable table) {
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
