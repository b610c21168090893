package io.leat.connector.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.leat.connector.format.RecordEncoder;
import io.leat.connector.format.TextWriter;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.JavaValues;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes one JSON object a row, fields in the order of the columns; DECIMAL in full, never with an exponent. */
final class JsonEncoder implements RecordEncoder {
    private final JsonFactory factory;
    private final List<Field> fields;
    private final TextWriter texts;
    private final boolean ignoreNulls;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();

    JsonEncoder(JsonFactory factory, List<Field> fields, TextWriter texts, boolean ignoreNulls) {
        this.factory = factory;
        this.fields = List.copyOf(fields);
        this.texts = texts;
        this.ignoreNulls = ignoreNulls;
    }

    @Override
    public byte[] encode(Chunk chunk, int row) {
        buffer.reset();
        try (JsonGenerator generator = factory.createGenerator(buffer)) {
            generator.writeStartObject();
            for (int i = 0; i < fields.size(); i++) {
                DataType type = fields.get(i).type();
                member(generator, fields.get(i), JavaValues.get(type, chunk.column(i), row));
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw LeatException.internal("writing a record to memory failed", e);
        }
        return buffer.toByteArray();
    }

    private void member(JsonGenerator generator, Field field, Object value) throws IOException {
        if (value != null || !ignoreNulls) {
            generator.writeFieldName(field.name());
            write(generator, field.type(), value);
        }
    }

    private void write(JsonGenerator generator, DataType type, Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
            return;
        }
        switch (type.kind()) {
            case BOOLEAN -> generator.writeBoolean((Boolean) value);
            case TINYINT, SMALLINT, INTEGER, BIGINT -> generator.writeNumber(((Number) value).longValue());
            case REAL -> generator.writeNumber((Float) value);
            case DOUBLE -> generator.writeNumber((Double) value);
            case DECIMAL -> generator.writeNumber(((BigDecimal) value).toPlainString());
            case INTERVAL_MONTHS, INTERVAL_MILLIS -> generator.writeNumber(texts.text(type, value));
            case ARRAY -> array(generator, type.element(), (List<?>) value);
            case MAP -> map(generator, type.children(), (Map<?, ?>) value);
            case ROW -> row(generator, type.children(), (List<?>) value);
            default -> generator.writeString(texts.text(type, value));
        }
    }

    private void array(JsonGenerator generator, DataType element, List<?> values) throws IOException {
        generator.writeStartArray();
        for (Object value : values) {
            write(generator, element, value);
        }
        generator.writeEndArray();
    }

    private void map(JsonGenerator generator, List<Field> keyAndValue, Map<?, ?> entries) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            generator.writeFieldName(texts.text(keyAndValue.get(0).type(), entry.getKey()));
            write(generator, keyAndValue.get(1).type(), entry.getValue());
        }
        generator.writeEndObject();
    }

    private void row(JsonGenerator generator, List<Field> members, List<?> values) throws IOException {
        generator.writeStartObject();
        for (int i = 0; i < members.size(); i++) {
            member(generator, members.get(i), values.get(i));
        }
        generator.writeEndObject();
    }
}
