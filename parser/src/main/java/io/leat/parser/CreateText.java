package io.leat.parser;

import io.leat.parser.statement.ColumnDefinition;
import io.leat.parser.statement.ComputedColumn;
import io.leat.parser.statement.CreateFunction;
import io.leat.parser.statement.CreateIndex;
import io.leat.parser.statement.CreateJob;
import io.leat.parser.statement.CreateSqlFunction;
import io.leat.parser.statement.CreateTable;
import io.leat.parser.statement.CreateView;
import io.leat.parser.statement.MetadataColumn;
import io.leat.parser.statement.PhysicalColumn;
import java.util.Iterator;

/** Writes the statements that create something. */
final class CreateText {
    private final SqlWriter sql;

    CreateText(SqlWriter sql) {
        this.sql = sql;
    }

    void table(CreateTable table) {
        sql.create(table.orReplace(), table.temporary())
                .add("TABLE ")
                .addIf(table.ifNotExists(), "IF NOT EXISTS ")
                .name(table.name())
                .add(" (\n");
        for (Iterator<ColumnDefinition> each = table.columns().iterator(); each.hasNext(); ) {
            sql.add("  ");
            column(each.next());
            sql.addIf(each.hasNext(), ",\n");
        }
        primaryKey(table);
        table.watermark()
                .ifPresent(watermark -> sql.add(",\n  WATERMARK FOR ")
                        .name(watermark.column())
                        .add(" AS ")
                        .add(watermark.expression().source().text()));
        sql.add("\n)").comment(table.comment());
        if (!table.partitionedBy().isEmpty()) {
            sql.add(" PARTITIONED BY").columns(table.partitionedBy());
        }
        sql.options(table.options());
    }

    private void primaryKey(CreateTable table) {
        boolean written = table.columns().stream()
                .anyMatch(column -> column instanceof PhysicalColumn physical && physical.primaryKey());
        if (!written && !table.primaryKey().isEmpty()) {
            sql.add(",\n  PRIMARY KEY").columns(table.primaryKey()).add(" NOT ENFORCED");
        }
    }

    private void column(ColumnDefinition column) {
        sql.name(column.name()).add(" ");
        if (column instanceof PhysicalColumn physical) {
            sql.add(physical.typeText())
                    .addIf(physical.notNull(), " NOT NULL")
                    .addIf(physical.primaryKey(), " PRIMARY KEY NOT ENFORCED");
        } else if (column instanceof MetadataColumn metadata) {
            sql.add(metadata.typeText())
                    .addIf(!metadata.type().nullable(), " NOT NULL")
                    .add(" METADATA");
            metadata.key().ifPresent(key -> sql.add(" FROM ").add(Literals.quote(key)));
            sql.addIf(metadata.virtual(), " VIRTUAL");
        } else if (column instanceof ComputedColumn computed) {
            sql.add("AS ").add(computed.expression().source().text());
        }
        sql.comment(column.comment());
    }

    void view(CreateView view) {
        sql.create(view.orReplace(), view.temporary())
                .addIf(view.materialized(), "MATERIALIZED ")
                .add("VIEW ")
                .addIf(view.ifNotExists(), "IF NOT EXISTS ")
                .name(view.name())
                .columns(view.columnAliases())
                .comment(view.comment())
                .options(view.options())
                .add(" AS\n")
                .add(view.query().source().text())
                .emit(view.emit());
    }

    void job(CreateJob job) {
        sql.add("CREATE JOB ")
                .addIf(job.ifNotExists(), "IF NOT EXISTS ")
                .name(job.name())
                .options(job.options())
                .add(" AS\n");
    }

    void function(CreateFunction function) {
        sql.create(function.orReplace(), function.temporary())
                .add("FUNCTION ")
                .addIf(function.ifNotExists(), "IF NOT EXISTS ")
                .name(function.name())
                .add(" AS ")
                .add(Literals.quote(function.className()));
    }

    void sqlFunction(CreateSqlFunction function) {
        sql.create(function.orReplace(), function.temporary())
                .add("FUNCTION ")
                .addIf(function.ifNotExists(), "IF NOT EXISTS ")
                .name(function.name())
                .add("(");
        for (Iterator<CreateSqlFunction.Parameter> each = function.parameters().iterator(); each.hasNext(); ) {
            CreateSqlFunction.Parameter parameter = each.next();
            sql.name(parameter.name()).add(" ").add(parameter.typeText()).addIf(each.hasNext(), ", ");
        }
        sql.add(") RETURNS ")
                .add(function.returnsText())
                .add(" RETURN ")
                .add(function.body().source().text());
    }

    void index(CreateIndex index) {
        sql.add("CREATE INDEX ")
                .addIf(index.ifNotExists(), "IF NOT EXISTS ")
                .name(index.name())
                .add(" ON ")
                .name(index.on())
                .columns(index.columns());
    }
}
