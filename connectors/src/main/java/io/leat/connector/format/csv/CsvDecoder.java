package io.leat.connector.format.csv;

import io.leat.connector.format.BadValueException;
import io.leat.connector.format.DecodeOutcome;
import io.leat.connector.format.RecordDecoder;
import io.leat.connector.format.StrictUtf8;
import io.leat.connector.format.TextValues;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.limit.Limits;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Decodes one CSV record with a library's parser, and says what is wrong with it: the columns' fields by place, or, after a header, by name. */
final class CsvDecoder implements RecordDecoder {
    private final List<Field> columns;
    private final CsvStyle style;
    private final Limits limits;
    private final CsvFields fields;
    private final int[] read;
    private int[] places;
    private int expectedFields;

    CsvDecoder(List<Field> columns, int[] read, CsvStyle style, Limits limits) {
        this.columns = List.copyOf(columns);
        this.read = read.clone();
        this.style = style;
        this.limits = limits;
        this.fields = new CsvFields(style, limits.csvColumns());
        this.places = IntStream.range(0, columns.size()).toArray();
        this.expectedFields = columns.size();
    }

    @Override
    public DecodeOutcome readHeader(byte[] bytes, int offset, int length) {
        try {
            fields.split(text(bytes, offset, length));
            List<String> names = new ArrayList<>();
            for (int i = 0; i < fields.count(); i++) {
                names.add(fields.text(i).trim());
            }
            places = columns.stream()
                    .mapToInt(column -> place(column.name(), names))
                    .toArray();
            expectedFields = names.size();
            return missingColumn(names);
        } catch (BadValueException e) {
            return DecodeOutcome.bad(e.getMessage());
        }
    }

    /** How many fields a record has. */
    int expectedFields() {
        return expectedFields;
    }

    /** Which field of a record a column is, -1 for none. */
    int place(int column) {
        return places[column];
    }

    private static int place(String column, List<String> names) {
        int exact = names.indexOf(column);
        return exact >= 0
                ? exact
                : IntStream.range(0, names.size())
                        .filter(i -> names.get(i).equalsIgnoreCase(column))
                        .findFirst()
                        .orElse(-1);
    }

    private DecodeOutcome missingColumn(List<String> names) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0) {
                return DecodeOutcome.bad("the header has no field \""
                        + columns.get(i).name() + "\"; it has " + String.join(", ", names));
            }
        }
        return DecodeOutcome.SKIPPED;
    }

    @Override
    public DecodeOutcome decode(byte[] bytes, int offset, int length, ColumnBuilder[] builders) {
        int rows = read.length == 0 ? 0 : builders[read[0]].size();
        try {
            String record = text(bytes, offset, length);
            boolean blank = record.isEmpty() && expectedFields != 1;
            if (blank || style.isComment(record)) {
                return DecodeOutcome.SKIPPED;
            }
            read(record, builders);
            return DecodeOutcome.ROW;
        } catch (BadValueException e) {
            for (int column : read) {
                builders[column].truncate(rows);
            }
            return style.ignoreErrors() ? DecodeOutcome.SKIPPED : DecodeOutcome.bad(e.getMessage());
        }
    }

    private String text(byte[] bytes, int offset, int length) throws BadValueException {
        if (length > limits.recordBytes()) {
            throw BadValueException.because("record of " + length + " bytes is longer than " + limits.recordBytes());
        }
        Optional<String> text = StrictUtf8.decode(bytes, offset, length);
        return text.orElseThrow(() -> BadValueException.because(StrictUtf8.INVALID));
    }

    private void read(String record, ColumnBuilder[] builders) throws BadValueException {
        fields.split(record);
        if (fields.count() != expectedFields) {
            throw BadValueException.because("record has " + fields.count() + " fields, expected " + expectedFields);
        }
        for (int column : read) {
            append(builders[column], columns.get(column), places[column]);
        }
    }

    private void append(ColumnBuilder builder, Field column, int place) throws BadValueException {
        DataType type = column.type();
        boolean hasEmpty = type.kind().isText() || type.kind().isBinary();
        if (style.isNull(fields.text(place), fields.isQuoted(place), hasEmpty)) {
            appendNull(builder, column);
            return;
        }
        try {
            TextValues.append(builder, type, fields.text(place));
        } catch (BadValueException e) {
            if (!style.ignoreErrors() || !type.nullable()) {
                throw e.inField(column.name());
            }
            builder.appendNull();
        }
    }

    private static void appendNull(ColumnBuilder builder, Field column) throws BadValueException {
        if (!column.type().nullable()) {
            throw BadValueException.missing(column.type()).inField(column.name());
        }
        builder.appendNull();
    }
}
