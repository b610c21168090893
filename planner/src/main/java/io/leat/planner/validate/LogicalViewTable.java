package io.leat.planner.validate;

import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.TemporalTable;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;

/** A view that is not kept, on Calcite's side: its query takes its place. */
final class LogicalViewTable extends AbstractTable implements TranslatableTable, TemporalTable {
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

    /** Calcite asks for it where a relation is read as of a time; we have no such column. */
    @Override
    public String getSysStartFieldName() {
        return "";
    }

    @Override
    public String getSysEndFieldName() {
        return "";
    }
}
