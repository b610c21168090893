package io.leat.engine.run;

import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import io.leat.executor.circuit.FailedRowsNode;
import io.leat.executor.source.ErrorPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tables that Leat makes beside others, for what would be lost: {@code <table>$errors} has the records that could not be
 * read, {@code <table>$late} the rows that came too late; {@code <view>$errors} has the rows that a view or job cannot
 * compute.
 */
public final class DivertedTables {
    /** How the name of a table of records ends that could not be read. */
    public static final String ERRORS = "$errors";

    /** How the name of a table of late rows ends. */
    public static final String LATE = "$late";

    /** What is said of each record that could not be read, but for its time. */
    static final List<ColumnDefinition> ERROR_COLUMNS = List.of(
            ColumnDefinition.physical("read_at", DataType.TIMESTAMP_LTZ),
            ColumnDefinition.physical("source_partition", DataType.STRING),
            ColumnDefinition.physical("source_offset", DataType.BIGINT),
            ColumnDefinition.physical("raw", DataType.BYTES),
            ColumnDefinition.physical("message", DataType.STRING));

    /** The column of a late row that says how far event time had come when it came. */
    private static final String WATERMARK = "leat_watermark";

    private DivertedTables() {}

    /** Those of a table: all that are there, whether or not they are listed. */
    public static List<TableDefinition> of(TableDefinition table) {
        List<TableDefinition> all = new ArrayList<>();
        errors(table).ifPresent(all::add);
        late(table).ifPresent(all::add);
        return all;
    }

    /** The rows that a view or job cannot compute. */
    public static TableDefinition failedRows(String pipeline) {
        List<ColumnDefinition> columns = FailedRowsNode.SCHEMA.fields().stream()
                .map(field -> ColumnDefinition.physical(field.name(), field.type()))
                .toList();
        return new TableDefinition(pipeline + ERRORS, columns, List.of(), Optional.empty(), Map.of());
    }

    /** The one of a name, if it belongs to a table. */
    public static Optional<TableDefinition> of(TableDefinition table, String name) {
        return of(table).stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Those of a table that its options ask for, which are listed with it. */
    public static List<TableDefinition> listed(TableDefinition table) {
        boolean asked = TableOptions.of(table).errorPolicy().equals(Optional.of(ErrorPolicy.DIVERT));
        return of(table).stream()
                .filter(one -> asked || !one.name().endsWith(ERRORS))
                .toList();
    }

    /** The name of the table that a name of this kind belongs to; the name itself if it is of no such kind. */
    public static String owner(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String suffix : List.of(ERRORS, LATE)) {
            if (lower.endsWith(suffix)) {
                return name.substring(0, name.length() - suffix.length());
            }
        }
        return name;
    }

    static Optional<TableDefinition> errors(TableDefinition table) {
        boolean kept = table.connector().isPresent()
                && TableOptions.of(table)
                        .errorPolicy()
                        .map(policy -> policy == ErrorPolicy.DIVERT)
                        .orElse(true);
        return kept ? Optional.of(definition(table, ERRORS, ERROR_COLUMNS)) : Optional.empty();
    }

    static Optional<TableDefinition> late(TableDefinition table) {
        if (table.watermark().isEmpty()
                || table.isKeyed()
                || !TableOptions.of(table).divertsLateRows()) {
            return Optional.empty();
        }
        List<ColumnDefinition> columns = new ArrayList<>();
        table.schema().fields().forEach(field -> columns.add(ColumnDefinition.physical(field.name(), field.type())));
        columns.add(ColumnDefinition.physical(
                WATERMARK, table.schema().type(table.watermark().get().column()).withNullable(true)));
        return Optional.of(definition(table, LATE, columns));
    }

    private static TableDefinition definition(TableDefinition table, String suffix, List<ColumnDefinition> columns) {
        return new TableDefinition(table.name() + suffix, columns, List.of(), Optional.empty(), Map.of());
    }
}
