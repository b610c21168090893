package io.leat.connector.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.leat.connector.format.BadValueException;
import io.leat.connector.format.NumberBytes;
import io.leat.connector.format.TextBytes;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the values of one field from bytes into its column. Positions are returned, -1 for what is not of the type or
 * written in an unusual way; then nothing, or half a value, has been appended. Not safe for several threads.
 */
final class JsonField {
    private static final int TEXT_BYTES_MAX = 1 << 20;

    private final DataType type;
    private final boolean text;
    private final boolean numeric;
    private final boolean nested;
    private final JsonStrings strings;
    private final JsonSkipping skipping;
    private final JsonFactory factory;
    private final JsonValues values;
    private final TextBytes texts;
    private final NumberBytes number = new NumberBytes();

    /** Reads values of a type; a parser of the factory reads those that are nested. */
    JsonField(DataType type, JsonStrings strings, JsonSkipping skipping, JsonFactory factory) {
        this.type = type;
        this.strings = strings;
        this.skipping = skipping;
        this.factory = factory;
        this.values = new JsonValues(factory);
        this.texts = new TextBytes(type);
        this.text = type.kind().isText();
        boolean interval = type.kind() == TypeKind.INTERVAL_MONTHS || type.kind() == TypeKind.INTERVAL_MILLIS;
        this.numeric = interval || type.kind().isNumeric() || type.kind().isTimestamp();
        this.nested = type.kind() == TypeKind.ARRAY || type.kind() == TypeKind.MAP || type.kind() == TypeKind.ROW;
    }

    /** Appends the value that begins at a byte. */
    int append(byte[] bytes, int at, int limit, ColumnBuilder column) {
        if (at >= limit) {
            return -1;
        }
        return switch (bytes[at]) {
            case '"' -> string(bytes, at + 1, limit, column);
            case '{', '[' -> nested ? nested(bytes, at, limit, column) : -1;
            case 't', 'f', 'n' -> word(bytes, at, limit, column);
            default -> number(bytes, at, limit, column);
        };
    }

    private int string(byte[] bytes, int from, int limit, ColumnBuilder column) {
        int end = JsonStrings.plainEnd(bytes, from, limit);
        if (JsonStrings.isClosed(bytes, end, limit)) {
            return scalar(bytes, from, end, column) ? end + 1 : -1;
        }
        int behind = strings.read(bytes, from, limit);
        return behind >= 0 && scalar(strings.content(), 0, strings.length(), column) ? behind : -1;
    }

    private boolean scalar(byte[] bytes, int from, int to, ColumnBuilder column) {
        return to - from <= TEXT_BYTES_MAX && !nested && texts.append(column, bytes, from, to);
    }

    private int word(byte[] bytes, int at, int limit, ColumnBuilder column) {
        int end = JsonSkipping.word(bytes, at, limit);
        if (end < 0) {
            return -1;
        }
        if (bytes[at] == 'n') {
            return appendNull(column) ? end : -1;
        }
        boolean fits = type.kind() == TypeKind.BOOLEAN || text;
        return fits && scalar(bytes, at, end, column) ? end : -1;
    }

    private boolean appendNull(ColumnBuilder column) {
        if (type.nullable()) {
            column.appendNull();
        }
        return type.nullable();
    }

    private int number(byte[] bytes, int at, int limit, ColumnBuilder column) {
        int end = number.read(bytes, at, limit);
        if (end < 0) {
            return -1;
        }
        boolean appended = text
                ? scalar(bytes, at, end, column)
                : numeric && (texts.appendNumber(column, number) || appendUnusual(bytes, at, end, column));
        return appended ? end : -1;
    }

    /** Appends a number of many digits, or a whole one with a point, or a negative zero. */
    private boolean appendUnusual(byte[] bytes, int from, int to, ColumnBuilder column) {
        if (type.kind() != TypeKind.DOUBLE || number.isWhole()) {
            return texts.append(column, bytes, from, to);
        }
        double value = Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        boolean finite = !Double.isInfinite(value);
        if (finite) {
            column.appendDouble(value);
        }
        return finite;
    }

    private int nested(byte[] bytes, int at, int limit, ColumnBuilder column) {
        int end = skipping.value(bytes, at, limit);
        if (end < 0) {
            return -1;
        }
        try (JsonParser parser = factory.createParser(bytes, at, end - at)) {
            parser.nextToken();
            values.append(parser, column, type);
            return end;
        } catch (BadValueException | JsonProcessingException unusual) {
            return -1;
        } catch (IOException e) {
            throw LeatException.internal("reading a record from memory failed", e);
        }
    }
}
