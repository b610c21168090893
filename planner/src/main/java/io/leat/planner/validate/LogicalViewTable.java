package io.leat.planner.validate;

import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;

/** A view that is not kept, on Calcite's side: its query takes its place. */
final class LogicalViewTable extends AbstractTable implements TranslatableTable {
    private final RelNode query;

    LogicalViewTable(RelNode query) {
        this.query = query;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory factory) {
        return query.getRowType();
    }

    @Override
    public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
        return query;
    }
}
