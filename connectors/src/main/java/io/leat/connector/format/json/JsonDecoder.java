package io.leat.connector.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.leat.connector.format.BadValueException;
import io.leat.connector.format.DecodeOutcome;
import io.leat.connector.format.RecordDecoder;
import io.leat.connector.format.StrictUtf8;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.type.Field;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decodes one JSON object a record with a library's parser, and says what is wrong with it. Of fields with the same name the last one counts; a field whose name is exactly the
 * column's counts before one that differs in case.
 */
final class JsonDecoder implements RecordDecoder {
    private final JsonFactory factory;
    private final List<Field> fields;
    private final FieldNames names;
    private final JsonValues values;
    private final boolean ignoreErrors;
    private final boolean failOnMissing;
    private final Limits limits;
    private final boolean[] exactSeen;
    private final boolean[] isRead;
    private final int[] read;

    JsonDecoder(
            JsonFactory factory,
            List<Field> fields,
            Set<Integer> read,
            boolean ignoreErrors,
            boolean failOnMissing,
            Limits limits) {
        this.factory = factory;
        this.fields = List.copyOf(fields);
        this.names = new FieldNames(fields);
        this.values = new JsonValues(factory);
        this.ignoreErrors = ignoreErrors;
        this.failOnMissing = failOnMissing;
        this.limits = limits;
        this.exactSeen = new boolean[fields.size()];
        this.read = read.stream().mapToInt(Integer::intValue).sorted().toArray();
        this.isRead = new boolean[fields.size()];
        for (int field : this.read) {
            isRead[field] = true;
        }
    }

    @Override
    public DecodeOutcome decode(byte[] bytes, int offset, int length, ColumnBuilder[] columns) {
        int rows = read.length == 0 ? 0 : columns[read[0]].size();
        DecodeOutcome outcome = attempt(bytes, offset, length, columns, rows);
        if (!outcome.isRow()) {
            takeBack(columns, rows);
        }
        return outcome.isBad() && ignoreErrors ? DecodeOutcome.SKIPPED : outcome;
    }

    private void takeBack(ColumnBuilder[] columns, int rows) {
        for (int field : read) {
            columns[field].truncate(rows);
        }
    }

    private DecodeOutcome attempt(byte[] bytes, int offset, int length, ColumnBuilder[] columns, int rows) {
        if (length > limits.recordBytes()) {
            return DecodeOutcome.bad("record of " + length + " bytes is longer than " + limits.recordBytes());
        }
        try (JsonParser parser = factory.createParser(bytes, offset, length)) {
            readRecord(parser, columns, rows);
            return DecodeOutcome.ROW;
        } catch (BadValueException e) {
            return DecodeOutcome.bad(e.getMessage());
        } catch (JsonProcessingException e) {
            Optional<String> text =
                    JsonProblem.isEscapedName(e) ? StrictUtf8.decode(bytes, offset, length) : Optional.empty();
            return text.map(json -> attemptText(json, columns, rows))
                    .orElse(DecodeOutcome.bad(JsonProblem.of(e, limits)));
        } catch (IOException e) {
            throw LeatException.internal("reading a record from memory failed", e);
        }
    }

    /** Reads a record again as text: the byte parser cannot read names with escaped characters beyond U+FFFF. */
    private DecodeOutcome attemptText(String json, ColumnBuilder[] columns, int rows) {
        takeBack(columns, rows);
        try (JsonParser parser = factory.createParser(json)) {
            readRecord(parser, columns, rows);
            return DecodeOutcome.ROW;
        } catch (BadValueException e) {
            return DecodeOutcome.bad(e.getMessage());
        } catch (JsonProcessingException e) {
            return DecodeOutcome.bad(JsonProblem.of(e, limits));
        } catch (IOException e) {
            throw LeatException.internal("reading a record from memory failed", e);
        }
    }

    private void readRecord(JsonParser parser, ColumnBuilder[] columns, int rows)
            throws IOException, BadValueException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw BadValueException.because("expected a JSON object, found " + JsonProblem.describe(parser));
        }
        Arrays.fill(exactSeen, false);
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            readField(parser, name, columns, rows);
        }
        if (parser.nextToken() != null) {
            throw BadValueException.because(
                    "expected the end of the record behind the JSON object, found " + JsonProblem.describe(parser));
        }
        for (int field : read) {
            if (columns[field].size() == rows) {
                appendMissing(field, columns[field]);
            }
        }
    }

    private void readField(JsonParser parser, String name, ColumnBuilder[] columns, int rows)
            throws IOException, BadValueException {
        parser.nextToken();
        int index = names.column(name);
        boolean exact = index >= 0 && fields.get(index).name().equals(name);
        if (index < 0 || !isRead[index] || (exactSeen[index] && !exact)) {
            parser.skipChildren();
            return;
        }
        exactSeen[index] |= exact;
        columns[index].truncate(rows);
        try {
            values.append(parser, columns[index], fields.get(index).type());
        } catch (BadValueException e) {
            recover(parser, index, columns[index], e.inField(fields.get(index).name()));
        }
    }

    /** Makes the field NULL, if that is allowed, and goes behind the value of which a part has been read. */
    private void recover(JsonParser parser, int index, ColumnBuilder column, BadValueException error)
            throws IOException, BadValueException {
        if (!ignoreErrors || !fields.get(index).type().nullable()) {
            throw error;
        }
        while (parser.getParsingContext().getNestingDepth() > 1) {
            parser.nextToken();
        }
        column.appendNull();
    }

    private void appendMissing(int index, ColumnBuilder column) throws BadValueException {
        Field field = fields.get(index);
        if (failOnMissing || !field.type().nullable()) {
            throw BadValueException.missing(field.type()).inField(field.name());
        }
        column.appendNull();
    }
}
