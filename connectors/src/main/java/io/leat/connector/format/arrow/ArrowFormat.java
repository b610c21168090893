package io.leat.connector.format.arrow;

import io.leat.connector.format.Format;
import io.leat.connector.format.FormatOptions;
import io.leat.connector.format.RecordDecoder;
import io.leat.connector.format.RecordEncoder;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.type.Field;
import io.leat.core.type.TypeKind;
import java.util.List;
import java.util.Set;

/** Arrow IPC: whole columns in batches of rows, read from files. */
public final class ArrowFormat implements Format {

    @Override
    public String name() {
        return "arrow";
    }

    @Override
    public boolean hasRecords() {
        return false;
    }

    @Override
    public List<ConnectorOption> options(String prefix) {
        return List.of();
    }

    @Override
    public void validate(List<Field> columns, FormatOptions options) {
        for (Field column : columns) {
            TypeKind kind = column.type().kind();
            boolean nested = kind == TypeKind.ARRAY || kind == TypeKind.MAP || kind == TypeKind.ROW;
            boolean interval = kind == TypeKind.INTERVAL_MONTHS || kind == TypeKind.INTERVAL_MILLIS;
            if (nested || interval) {
                throw LeatException.unsupported(
                        "column \"" + column.name() + "\" of type " + kind + " in format 'arrow'",
                        "Leave it out of the table: fields of the file that are no columns are not read.");
            }
        }
    }

    @Override
    public RecordDecoder decoder(List<Field> columns, Set<Integer> read, FormatOptions options, Limits limits) {
        throw LeatException.unsupported(
                "format 'arrow' for single records", "Use it with 'connector'='filesystem' and a path to read.");
    }

    @Override
    public RecordEncoder encoder(List<Field> columns, FormatOptions options) {
        throw LeatException.unsupported("writing format 'arrow'", "Write 'format'='csv' or 'json'.");
    }
}
