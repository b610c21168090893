package io.leat.planner.validate;

import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.planner.catalog.Relation;
import io.leat.planner.type.CalciteTypes;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.TemporalTable;
import org.apache.calcite.schema.impl.AbstractTable;

/** A relation that is scanned, on Calcite's side. */
public final class RelationTable extends AbstractTable implements TemporalTable {
    private final Relation relation;
    private final Schema schema;

    RelationTable(Relation relation, Schema schema) {
        this.relation = relation;
        this.schema = schema;
    }

    /** The relation of the catalog. */
    public Relation relation() {
        return relation;
    }

    /** Its columns. */
    public Schema schema() {
        return schema;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory factory) {
        return rowType(schema, factory);
    }

    /** A schema as Calcite's row type. */
    static RelDataType rowType(Schema schema, RelDataTypeFactory factory) {
        RelDataTypeFactory.Builder row = factory.builder();
        for (Field field : schema.fields()) {
            row.add(field.name(), CalciteTypes.toRelDataType(field.type(), factory));
        }
        return row.build();
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
