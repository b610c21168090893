package io.leat.planner;

import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.TableDefinition;
import io.leat.core.connector.WatermarkDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.parser.statement.ComputedColumn;
import io.leat.parser.statement.CreateTable;
import io.leat.parser.statement.MetadataColumn;
import io.leat.parser.statement.ObjectName;
import io.leat.parser.statement.PhysicalColumn;
import io.leat.planner.function.ProcessingTimeFunction;
import io.leat.planner.validate.NameErrors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;

/** CREATE TABLE as a definition, checked. */
final class TableDefiner {
    private final Planner planner;

    TableDefiner(Planner planner) {
        this.planner = planner;
    }

    TableDefinition define(CreateTable statement) {
        checkNames(statement);
        checkPartitions(statement);
        List<Integer> key = key(statement);
        List<ColumnDefinition> columns = columns(statement, key);
        Schema schema = new Schema(columns.stream().map(ColumnDefinition::field).toList());
        Optional<WatermarkDefinition> watermark =
                statement.watermark().map(declared -> watermark(statement, declared, columns, schema));
        return new TableDefinition(
                statement.name().toString(),
                columns,
                key,
                watermark,
                statement.options().toMap());
    }

    private static void checkNames(CreateTable statement) {
        Set<String> seen = new HashSet<>();
        statement.columns().forEach(column -> {
            if (!seen.add(column.name().name().toLowerCase(Locale.ROOT))) {
                throw LeatException.of(
                                ErrorCode.DUPLICATE_COLUMN,
                                "column \"" + column.name().name() + "\" is declared twice")
                        .at(column.name().span());
            }
        });
        if (statement.columns().isEmpty()) {
            throw LeatException.of(
                            ErrorCode.INVALID_DEFINITION,
                            "table \"" + statement.name().name() + "\" has no columns")
                    .at(statement.name().span());
        }
    }

    private static List<Integer> key(CreateTable statement) {
        List<String> names =
                statement.columns().stream().map(column -> column.name().name()).toList();
        List<Integer> key = new ArrayList<>();
        for (ObjectName name : statement.primaryKey()) {
            int column = indexOf(names, name.name());
            if (column < 0) {
                throw NameErrors.unknownColumn(name.name(), statement.name().name(), names)
                        .at(name.span());
            }
            if (!(statement.columns().get(column) instanceof PhysicalColumn)) {
                throw LeatException.of(
                                ErrorCode.INVALID_DEFINITION,
                                "the key column \"" + name.name() + "\" is not a field of the record")
                        .at(name.span())
                        .hint("Computed and METADATA columns cannot be part of a PRIMARY KEY.");
            }
            if (!key.contains(column)) {
                key.add(column);
            }
        }
        return key;
    }

    private static int indexOf(List<String> names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    private List<ColumnDefinition> columns(CreateTable statement, List<Integer> key) {
        List<ColumnDefinition> stored = new ArrayList<>();
        for (int i = 0; i < statement.columns().size(); i++) {
            stored.add(stored(statement, i, key.contains(i)));
        }
        Schema schema = new Schema(stored.stream()
                .filter(column -> column != null)
                .map(ColumnDefinition::field)
                .toList());
        for (int i = 0; i < stored.size(); i++) {
            if (statement.columns().get(i) instanceof ComputedColumn computed && isProcessingTime(computed)) {
                String text = computed.expression().source().text();
                stored.set(i, ColumnDefinition.processingTime(computed.name().name(), text));
            } else if (statement.columns().get(i) instanceof ComputedColumn computed) {
                Expression expression = planner.compileExpression(
                        computed.expression(), statement.name().name(), schema);
                stored.set(
                        i,
                        ColumnDefinition.computed(
                                computed.name().name(),
                                expression,
                                computed.expression().source().text()));
            }
        }
        return stored;
    }

    private static boolean isPartition(CreateTable statement, PhysicalColumn column) {
        return statement.partitionedBy().stream()
                .anyMatch(name -> name.name().equalsIgnoreCase(column.name().name()));
    }

    private static void checkPartitions(CreateTable statement) {
        List<String> names = statement.columns().stream()
                .filter(PhysicalColumn.class::isInstance)
                .map(column -> column.name().name())
                .toList();
        for (ObjectName name : statement.partitionedBy()) {
            if (indexOf(names, name.name()) < 0) {
                throw NameErrors.unknownColumn(name.name(), statement.name().name(), names)
                        .at(name.span());
            }
        }
        if (!names.isEmpty() && statement.partitionedBy().size() >= names.size()) {
            throw LeatException.of(
                            ErrorCode.INVALID_DEFINITION,
                            "table \"" + statement.name().name() + "\" has no column that is not in PARTITIONED BY")
                    .at(statement.partitionedBy().get(0).span());
        }
    }

    private static boolean isProcessingTime(ComputedColumn column) {
        return column.expression().node() instanceof SqlCall call
                && call.getOperator().getName().equalsIgnoreCase(ProcessingTimeFunction.NAME)
                && call.operandCount() == 0;
    }

    /** The definition of a stored column; null for a computed one, which needs the others first. */
    private static ColumnDefinition stored(CreateTable statement, int place, boolean inKey) {
        io.leat.parser.statement.ColumnDefinition column = statement.columns().get(place);
        if (column instanceof PhysicalColumn physical && isPartition(statement, physical)) {
            String name = physical.name().name();
            return ColumnDefinition.metadata(name, physical.type(), ColumnDefinition.PARTITION + name, false);
        }
        if (column instanceof PhysicalColumn physical) {
            DataType type = inKey ? physical.type().withNullable(false) : physical.type();
            return ColumnDefinition.physical(physical.name().name(), type);
        }
        return column instanceof MetadataColumn metadata
                ? ColumnDefinition.metadata(
                        metadata.name().name(), metadata.type(), metadata.metadataKey(), metadata.virtual())
                : null;
    }

    private WatermarkDefinition watermark(
            CreateTable statement,
            io.leat.parser.statement.WatermarkDefinition declared,
            List<ColumnDefinition> columns,
            Schema schema) {
        ObjectName name = declared.column();
        int column = schema.indexOf(name.name());
        if (column < 0) {
            throw NameErrors.unknownColumn(name.name(), statement.name().name(), schema.names())
                    .at(name.span());
        }
        if (!schema.type(column).kind().isTimestamp()) {
            throw LeatException.of(
                            ErrorCode.TYPE_MISMATCH,
                            "the watermark column \"" + name.name() + "\" is "
                                    + schema.type(column).withNullable(true) + ", not TIMESTAMP or TIMESTAMP_LTZ")
                    .at(name.span())
                    .hint(
                            "Declare it TIMESTAMP(3), or add a computed column such as ts AS TO_TIMESTAMP_LTZ(millis, 3).");
        }
        if (columns.get(column).isProcessingTime()) {
            throw LeatException.of(
                            ErrorCode.INVALID_DEFINITION,
                            "the watermark column \"" + name.name() + "\" is processing time, which needs no watermark")
                    .at(name.span())
                    .hint("Windows over it close by the clock. Leave WATERMARK out.");
        }
        Expression expression = planner.compileExpression(
                declared.expression(), statement.name().name(), schema);
        if (!expression.type().kind().isTimestamp()) {
            throw LeatException.of(
                            ErrorCode.TYPE_MISMATCH,
                            "the watermark is " + expression.type().withNullable(true)
                                    + ", not TIMESTAMP or TIMESTAMP_LTZ")
                    .at(declared.expression().source().span())
                    .hint("Write for example " + name.name() + " - INTERVAL '5' SECOND.");
        }
        return new WatermarkDefinition(
                column, expression, declared.expression().source().text());
    }
}
