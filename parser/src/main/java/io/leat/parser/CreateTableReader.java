package io.leat.parser;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.grammar.LeatParser.ComputedColumnContext;
import io.leat.grammar.LeatParser.CreateTableContext;
import io.leat.grammar.LeatParser.MetadataColumnContext;
import io.leat.grammar.LeatParser.PhysicalColumnContext;
import io.leat.grammar.LeatParser.PrimaryKeyContext;
import io.leat.grammar.LeatParser.UniqueKeyContext;
import io.leat.grammar.LeatParser.WatermarkContext;
import io.leat.grammar.LeatParserBaseVisitor;
import io.leat.parser.statement.ColumnDefinition;
import io.leat.parser.statement.CreateTable;
import io.leat.parser.statement.ObjectName;
import io.leat.parser.statement.PhysicalColumn;
import io.leat.parser.statement.WatermarkDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/** Reads CREATE TABLE, and refuses what can be said twice but not meant twice. */
final class CreateTableReader extends LeatParserBaseVisitor<Void> {
    private final Source source;
    private final Names names;
    private final Islands islands;
    private final ColumnReader reader;
    private final List<ColumnDefinition> columns = new ArrayList<>();
    private final Set<String> columnNames = new HashSet<>();
    private List<ObjectName> primaryKey = List.of();
    private WatermarkDefinition watermark;

    private CreateTableReader(Source source, Islands islands) {
        this.source = source;
        this.names = new Names(source);
        this.islands = islands;
        this.reader = new ColumnReader(source, islands);
    }

    static CreateTable read(CreateTableContext context, Source source, Islands islands) {
        return new CreateTableReader(source, islands).read(context);
    }

    private CreateTable read(CreateTableContext context) {
        refuseUnsupported(context);
        context.tableElement().forEach(element -> element.accept(this));
        return new CreateTable(
                names.qualified(context.qualifiedName()),
                context.ifNotExists() != null,
                context.orReplace() != null,
                context.TEMPORARY() != null,
                columns,
                primaryKey,
                Optional.ofNullable(watermark),
                context.partitioning() == null
                        ? List.of()
                        : names.columns(context.partitioning().columnNames()),
                new Clauses(source).options(context.withOptions()),
                Clauses.string(context.STRING()));
    }

    private void refuseUnsupported(CreateTableContext context) {
        refuse(context.likeClause(), "LIKE in CREATE TABLE", "write the columns out.");
        refuse(context.distribution(), "DISTRIBUTED BY", "leave the clause out.");
        refuse(context.query(), "CREATE TABLE AS", "create the table with its columns, then use INSERT INTO.");
        if (context.tableElement().isEmpty()) {
            throw LeatException.unsupported("CREATE TABLE without columns", "list the columns with their types.")
                    .at(source.span(context.qualifiedName()));
        }
    }

    private void refuse(ParserRuleContext clause, String construct, String hint) {
        if (clause != null) {
            throw LeatException.unsupported(construct, hint).at(source.span(clause));
        }
    }

    @Override
    public Void visitPhysicalColumn(PhysicalColumnContext context) {
        ColumnDefinition column = add(reader.physical(context));
        if (column instanceof PhysicalColumn physical && physical.primaryKey()) {
            setPrimaryKey(List.of(column.name()), context.identifier());
        }
        return null;
    }

    @Override
    public Void visitComputedColumn(ComputedColumnContext context) {
        add(reader.computed(context));
        return null;
    }

    @Override
    public Void visitMetadataColumn(MetadataColumnContext context) {
        add(reader.metadata(context));
        return null;
    }

    @Override
    public Void visitPrimaryKey(PrimaryKeyContext context) {
        setPrimaryKey(names.columns(context.columnNames()), context);
        return null;
    }

    @Override
    public Void visitUniqueKey(UniqueKeyContext context) {
        throw LeatException.unsupported("UNIQUE", "use PRIMARY KEY.").at(source.span(context));
    }

    @Override
    public Void visitWatermark(WatermarkContext context) {
        if (watermark != null) {
            throw twice("WATERMARK", context);
        }
        watermark =
                new WatermarkDefinition(names.simple(context.identifier()), islands.expression(context.expression()));
        return null;
    }

    private ColumnDefinition add(ColumnDefinition column) {
        ObjectName name = column.name();
        if (!columnNames.add(name.name().toLowerCase(Locale.ROOT))) {
            throw LeatException.of(ErrorCode.DUPLICATE_COLUMN, "column \"" + name.name() + "\" is defined twice")
                    .at(name.span());
        }
        columns.add(column);
        return column;
    }

    private void setPrimaryKey(List<ObjectName> key, ParserRuleContext place) {
        if (!primaryKey.isEmpty()) {
            throw twice("PRIMARY KEY", place);
        }
        primaryKey = key;
    }

    private LeatException twice(String clause, ParserRuleContext place) {
        return LeatException.of(ErrorCode.INVALID_DEFINITION, clause + " is given twice")
                .at(source.span(place));
    }
}
