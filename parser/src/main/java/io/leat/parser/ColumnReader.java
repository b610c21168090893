package io.leat.parser;

import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.grammar.LeatParser.ColumnConstraintContext;
import io.leat.grammar.LeatParser.ComputedColumnContext;
import io.leat.grammar.LeatParser.MetadataColumnContext;
import io.leat.grammar.LeatParser.NullabilityContext;
import io.leat.grammar.LeatParser.PhysicalColumnContext;
import io.leat.parser.statement.ColumnDefinition;
import io.leat.parser.statement.ComputedColumn;
import io.leat.parser.statement.MetadataColumn;
import io.leat.parser.statement.PhysicalColumn;

/** Reads one column of CREATE TABLE. */
final class ColumnReader {
    private final Source source;
    private final Names names;
    private final DataTypes types;
    private final Islands islands;

    ColumnReader(Source source, Islands islands) {
        this.source = source;
        this.names = new Names(source);
        this.types = new DataTypes(source);
        this.islands = islands;
    }

    ColumnDefinition physical(PhysicalColumnContext context) {
        NullabilityContext nullability = null;
        boolean primaryKey = false;
        for (ColumnConstraintContext constraint : context.columnConstraint()) {
            refuseUnique(constraint);
            nullability = constraint.nullability() == null ? nullability : constraint.nullability();
            primaryKey |= constraint.PRIMARY() != null;
        }
        DataType type = DataTypes.nullable(types.read(context.typeName()), nullability);
        return new PhysicalColumn(
                names.simple(context.identifier()),
                type,
                source.text(context.typeName()),
                primaryKey,
                Clauses.string(context.STRING()));
    }

    ColumnDefinition computed(ComputedColumnContext context) {
        return new ComputedColumn(
                names.simple(context.identifier()),
                islands.expression(context.expression()),
                Clauses.string(context.STRING()));
    }

    ColumnDefinition metadata(MetadataColumnContext context) {
        boolean from = context.FROM() != null;
        return new MetadataColumn(
                names.simple(context.identifier()),
                DataTypes.nullable(types.read(context.typeName()), context.nullability()),
                source.text(context.typeName()),
                Clauses.string(from ? context.STRING(0) : null),
                context.VIRTUAL() != null,
                Clauses.string(context.COMMENT() == null ? null : context.STRING(from ? 1 : 0)));
    }

    private void refuseUnique(ColumnConstraintContext constraint) {
        if (constraint.UNIQUE() != null) {
            throw LeatException.unsupported("UNIQUE", "use PRIMARY KEY.").at(source.span(constraint));
        }
    }
}
