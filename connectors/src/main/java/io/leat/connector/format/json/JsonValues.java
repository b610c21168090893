package io.leat.connector.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leat.connector.format.BadValueException;
import io.leat.connector.format.TextValues;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.TypeKind;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON values of every type. A text column takes any value: a number or an object as its JSON text. Numbers,
 * booleans and times may also stand in quotes.
 */
final class JsonValues {
    private final JsonFactory factory;

    JsonValues(JsonFactory factory) {
        this.factory = factory;
    }

    /** Appends the value that the parser stands at and goes to its end. Appends nothing if it throws. */
    void append(JsonParser parser, ColumnBuilder column, DataType type) throws IOException, BadValueException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            requireNullable(type);
            column.appendNull();
        } else if (type.kind().isText()) {
            column.appendText(TextValues.fitting(type, text(parser)));
        } else if (token == JsonToken.VALUE_NUMBER_INT && isPlainInteger(parser, type)) {
            column.appendLong(TextValues.inRange(type, parser.getLongValue()));
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT && type.kind() == TypeKind.DOUBLE) {
            column.appendDouble(finite(parser, type));
        } else if (token.isScalarValue() && isScalar(type)) {
            appendScalar(parser, column, type);
        } else {
            column.appendObject(nested(parser, type));
        }
    }

    private static boolean isPlainInteger(JsonParser parser, DataType type) throws IOException {
        boolean wholeNumbers = type.kind().isInteger() || type.kind().isTimestamp();
        return wholeNumbers && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    private static double finite(JsonParser parser, DataType type) throws IOException, BadValueException {
        double value = parser.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw BadValueException.text(type, parser.getText());
        }
        return value;
    }

    private static boolean isScalar(DataType type) {
        return type.kind() != TypeKind.ARRAY && type.kind() != TypeKind.MAP && type.kind() != TypeKind.ROW;
    }

    private static void appendScalar(JsonParser parser, ColumnBuilder column, DataType type)
            throws IOException, BadValueException {
        requireAllowed(parser, type);
        TextValues.append(column, type, parser.getText());
    }

    /** Truth is not a number and a number is no truth, date or time of day, even though their texts could be read. */
    private static void requireAllowed(JsonParser parser, DataType type) throws IOException, BadValueException {
        boolean allowed = switch (parser.currentToken()) {
            case VALUE_STRING -> true;
            case VALUE_TRUE, VALUE_FALSE -> type.kind() == TypeKind.BOOLEAN;
            case VALUE_NUMBER_INT -> isNumber(type) || type.kind().isTimestamp();
            case VALUE_NUMBER_FLOAT -> isNumber(type);
            default -> false;
        };
        if (!allowed) {
            throw wrong(parser, type);
        }
    }

    private static boolean isNumber(DataType type) {
        boolean interval = type.kind() == TypeKind.INTERVAL_MONTHS || type.kind() == TypeKind.INTERVAL_MILLIS;
        return interval || type.kind().isNumeric();
    }

    private String text(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isScalarValue()) {
            return parser.getText();
        }
        StringWriter copy = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(copy)) {
            generator.copyCurrentStructure(parser);
        }
        return copy.toString();
    }

    private Object value(JsonParser parser, DataType type) throws IOException, BadValueException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            requireNullable(type);
            return null;
        }
        if (type.kind().isText()) {
            return TextValues.fitting(type, text(parser));
        }
        if (isScalar(type) && parser.currentToken().isScalarValue()) {
            requireAllowed(parser, type);
            return TextValues.value(type, parser.getText());
        }
        return nested(parser, type);
    }

    private Object nested(JsonParser parser, DataType type) throws IOException, BadValueException {
        boolean array = parser.currentToken() == JsonToken.START_ARRAY;
        boolean object = parser.currentToken() == JsonToken.START_OBJECT;
        if (array && type.kind() == TypeKind.ARRAY) {
            return array(parser, type);
        }
        if (object && type.kind() == TypeKind.ROW) {
            return row(parser, type);
        }
        if (object && type.kind() == TypeKind.MAP) {
            return map(parser, type);
        }
        throw wrong(parser, type);
    }

    private List<Object> array(JsonParser parser, DataType type) throws IOException, BadValueException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            try {
                elements.add(value(parser, type.element()));
            } catch (BadValueException e) {
                throw e.inElement(elements.size());
            }
        }
        return Collections.unmodifiableList(elements);
    }

    private Map<Object, Object> map(JsonParser parser, DataType type) throws IOException, BadValueException {
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            try {
                Object key = TextValues.value(type.children().get(0).type(), name);
                entries.put(key, value(parser, type.children().get(1).type()));
            } catch (BadValueException e) {
                throw e.inField(name);
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    private List<Object> row(JsonParser parser, DataType type) throws IOException, BadValueException {
        List<Field> members = type.children();
        FieldNames names = new FieldNames(members);
        Object[] row = new Object[members.size()];
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            int index = names.column(name);
            if (index < 0) {
                parser.skipChildren();
            } else {
                row[index] = member(parser, members.get(index));
            }
        }
        for (int i = 0; i < row.length; i++) {
            requirePresent(row[i], members.get(i));
        }
        return Collections.unmodifiableList(Arrays.asList(row));
    }

    private Object member(JsonParser parser, Field member) throws IOException, BadValueException {
        try {
            return value(parser, member.type());
        } catch (BadValueException e) {
            throw e.inField(member.name());
        }
    }

    private static void requirePresent(Object value, Field member) throws BadValueException {
        if (value == null && !member.type().nullable()) {
            throw BadValueException.missing(member.type()).inField(member.name());
        }
    }

    private static void requireNullable(DataType type) throws BadValueException {
        if (!type.nullable()) {
            throw BadValueException.missing(type);
        }
    }

    private static BadValueException wrong(JsonParser parser, DataType type) throws IOException {
        return BadValueException.expected(type, JsonProblem.describe(parser));
    }
}
