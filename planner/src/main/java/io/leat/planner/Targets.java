package io.leat.planner;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.Schema;
import io.leat.parser.statement.ObjectName;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.catalog.Relation;
import io.leat.planner.catalog.TableRelation;
import io.leat.planner.validate.NameErrors;

/** The tables that statements write to. */
final class Targets {

    private Targets() {}

    /** The table of a name, which must be one that can be written to. */
    static TableRelation table(CatalogView catalog, ObjectName name) {
        Relation relation = catalog.find(name.toString(), name.quoted())
                .orElseThrow(() -> NameErrors.unknownTable(name.name(), catalog.relationNames())
                        .at(name.span()));
        if (relation instanceof TableRelation table) {
            return table;
        }
        throw LeatException.of(ErrorCode.WRONG_OBJECT_KIND, "\"" + relation.name() + "\" is not a table")
                .at(name.span())
                .hint("Rows can be written to tables only; a view follows its query.");
    }

    /** The columns that writers give. */
    static Schema written(TableRelation table) {
        return new Schema(table.definition().writtenColumns().stream()
                .map(io.leat.core.connector.ColumnDefinition::field)
                .toList());
    }

    /** The place of a named column among the written ones. */
    static int column(TableRelation table, ObjectName name) {
        Schema written = written(table);
        int column = written.indexOf(name.name());
        if (column >= 0) {
            return column;
        }
        if (table.definition().schema().indexOf(name.name()) >= 0) {
            throw LeatException.of(
                            ErrorCode.NOT_ALLOWED, "column \"" + name.name() + "\" cannot be written: it is computed")
                    .at(name.span());
        }
        throw NameErrors.unknownColumn(name.name(), table.name(), written.names())
                .at(name.span());
    }
}
