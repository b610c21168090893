package io.leat.connector.format.csv;

import io.leat.connector.format.Format;
import io.leat.connector.format.FormatOptions;
import io.leat.connector.format.RecordBoundary;
import io.leat.connector.format.RecordDecoder;
import io.leat.connector.format.RecordEncoder;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.type.Field;
import io.leat.core.type.TypeKind;
import java.util.List;
import java.util.Set;

/** Fields between delimiters, in the order of the columns or as a header says; options as in Flink. */
public final class CsvFormat implements Format {

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public List<ConnectorOption> options(String prefix) {
        String csv = prefix + "csv.";
        return List.of(
                ConnectorOption.optional(
                        csv + CsvStyle.DELIMITER, Kind.TEXT, ",", "The character between fields; '\\t' for a tab."),
                ConnectorOption.optional(csv + CsvStyle.QUOTE, Kind.TEXT, "\"", "The character around fields."),
                ConnectorOption.optional(
                        csv + CsvStyle.COMMENTS, Kind.BOOLEAN, "false", "Leave out records that begin with #."),
                ConnectorOption.optional(
                        csv + CsvStyle.NULL_LITERAL, Kind.TEXT, "The text without quotes that means NULL."),
                ConnectorOption.optional(
                        csv + CsvStyle.IGNORE_PARSE_ERRORS,
                        Kind.BOOLEAN,
                        "false",
                        "A field that cannot be read becomes NULL, a record that cannot be read is left out."));
    }

    @Override
    public List<ConnectorOption> fileOptions(String prefix) {
        return List.of(ConnectorOption.optional(
                prefix + "csv." + CsvStyle.HEADER,
                Kind.BOOLEAN,
                "false",
                "The first record of each file names the columns, which may then stand in any order."));
    }

    @Override
    public void validate(List<Field> columns, FormatOptions options) {
        CsvStyle.of(options);
        for (Field column : columns) {
            TypeKind kind = column.type().kind();
            if (kind == TypeKind.ARRAY || kind == TypeKind.MAP || kind == TypeKind.ROW) {
                throw LeatException.unsupported(
                        "column \"" + column.name() + "\" of type " + kind + " in format 'csv'",
                        "Use 'format'='json', or declare the column STRING.");
            }
        }
    }

    @Override
    public RecordDecoder decoder(List<Field> columns, Set<Integer> read, FormatOptions options, Limits limits) {
        CsvStyle style = CsvStyle.of(options);
        int[] places = read.stream().mapToInt(Integer::intValue).sorted().toArray();
        return new CsvByteDecoder(columns, places, style, limits, new CsvDecoder(columns, places, style, limits));
    }

    @Override
    public RecordEncoder encoder(List<Field> columns, FormatOptions options) {
        return new CsvEncoder(columns, CsvStyle.of(options));
    }

    @Override
    public RecordBoundary boundary(FormatOptions options) {
        return new CsvBoundary(CsvStyle.of(options));
    }

    @Override
    public boolean hasHeader(FormatOptions options) {
        return CsvStyle.of(options).header();
    }
}
