package io.leat.connector.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.connector.contract.FormatContract;
import io.leat.connector.contract.Rows;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return Formats.named("json");
    }

    @Override
    protected List<Field> columns() {
        return FormatTypes.all();
    }

    private static final Field ID = new Field("id", DataType.INTEGER);
    private static final Field TS = new Field("ts", DataType.TIMESTAMP);

    private DecodeOutcome decode(ChunkBuilder into, List<Field> fields, Map<String, String> options, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        DecodeOutcome outcome = format().decoder(fields, formatOptions(format(), options), Limits.DEFAULT)
                .decode(bytes, 0, bytes.length, Rows.columns(into, fields.size()));
        if (outcome.isRow()) {
            into.endRow(1);
        }
        return outcome;
    }

    private List<Object> row(List<Field> fields, Map<String, String> options, String json) {
        List<DataType> types = fields.stream().map(Field::type).toList();
        ChunkBuilder builder = new ChunkBuilder(types, 1);
        assertEquals(DecodeOutcome.ROW, decode(builder, fields, options, json));
        return Rows.of(types, builder.build()).get(0);
    }

    private Object value(DataType type, String json) {
        return row(List.of(new Field("x", type)), Map.of(), "{\"x\":" + json + "}")
                .get(0);
    }

    private String bad(List<Field> fields, Map<String, String> options, String json) {
        ChunkBuilder builder = new ChunkBuilder(fields.stream().map(Field::type).toList(), 1);
        DecodeOutcome outcome = decode(builder, fields, options, json);
        assertEquals(DecodeOutcome.Kind.BAD, outcome.kind());
        return outcome.reason();
    }

    private String bad(DataType type, String json) {
        return bad(List.of(new Field("x", type)), Map.of(), "{\"x\":" + json + "}");
    }

    @Test
    void matchesFieldsByNameAndExactlyFirst() {
        List<Field> fields = List.of(ID, TS);
        assertEquals(Arrays.asList(1, null), row(fields, Map.of(), "{\"other\":[{}],\"ID\":1}"));
        assertEquals(Arrays.asList(2, null), row(fields, Map.of(), "{\"id\":2,\"ID\":1}"));
        assertEquals(Arrays.asList(2, null), row(fields, Map.of(), "{\"Id\":1,\"id\":2}"));
        assertEquals(Arrays.asList(3, null), row(fields, Map.of(), "{\"id\":2,\"id\":3}"));
        assertEquals(Arrays.asList(null, null), row(fields, Map.of(), " {} "));
        List<Field> smile = List.of(new Field("\uD83D\uDE00", DataType.INTEGER));
        assertEquals(List.of(4), row(smile, Map.of(), "{\"\\uD83D\\uDE00\":4}"));
        assertEquals(List.of(5), row(smile, Map.of(), "{\"\uD83D\uDE00\":5}"));
    }

    @Test
    void readsTimestampsAsPeopleAndProgramsWriteThem() {
        LocalDateTime expected = LocalDateTime.of(2026, 1, 31, 10, 0, 0, 123_000_000);
        assertEquals(expected, value(DataType.TIMESTAMP, "\"2026-01-31 10:00:00.123\""));
        assertEquals(expected, value(DataType.TIMESTAMP, "\"2026-01-31T10:00:00.123\""));
        assertEquals(expected, value(DataType.TIMESTAMP, "\"2026-01-31T10:00:00.123456789Z\""));
        assertEquals(expected, value(DataType.TIMESTAMP, "\"2026-01-31T12:30:00.123+02:30\""));
        assertEquals(expected, value(DataType.TIMESTAMP, "\"2026-01-31T08:00:00.123-0200\""));
        assertEquals(expected, value(DataType.TIMESTAMP, "1769853600123"));
        assertEquals(expected, value(DataType.TIMESTAMP, "\"1769853600123\""));
        assertEquals(expected.withNano(0), value(DataType.TIMESTAMP, "\"2026-01-31 10:00\""));
        assertEquals(LocalTime.of(23, 59, 58, 500_000_000), value(DataType.of(TypeKind.TIME), "\"23:59:58.5\""));
        String refused = "field \"x\": expected TIMESTAMP(3), found '2026-02-29 10:00:00'";
        assertEquals(refused, bad(DataType.TIMESTAMP, "\"2026-02-29 10:00:00\""));
        assertEquals("field \"x\": expected DATE, found '2026-1-1'", bad(DataType.DATE, "\"2026-1-1\""));
    }

    @Test
    void readsNumbersExactly() {
        DataType decimal = DataType.decimal(38, 18);
        assertEquals(
                new BigDecimal("12345678901234567890.123456789012345678"),
                value(decimal, "12345678901234567890.123456789012345678"));
        assertEquals(new BigDecimal("0.30"), value(DataType.decimal(10, 2), "\"0.3\""));
        assertEquals(new BigDecimal("0.13"), value(DataType.decimal(10, 2), "0.125"));
        assertEquals(new BigDecimal("0.00"), value(DataType.decimal(10, 2), "1e-999999999"));
        assertEquals(7, value(DataType.INTEGER, "\"7\""));
        assertEquals(700, value(DataType.INTEGER, "7e2"));
        assertEquals(Long.MIN_VALUE, value(DataType.BIGINT, "-9223372036854775808"));
        assertEquals("field \"x\": expected INT, found '7.5'", bad(DataType.INTEGER, "7.5"));
        assertEquals("field \"x\": expected INT, found 2147483648", bad(DataType.INTEGER, "2147483648"));
        assertEquals(
                "field \"x\": expected BIGINT, found '9223372036854775808'",
                bad(DataType.BIGINT, "9223372036854775808"));
        assertEquals("field \"x\": expected BIGINT, found '1E+999999999'", bad(DataType.BIGINT, "1e999999999"));
        assertEquals("field \"x\": expected DECIMAL(4, 2), found '99.999'", bad(DataType.decimal(4, 2), "99.999"));
        assertEquals("field \"x\": expected DOUBLE, found '1e999'", bad(DataType.DOUBLE, "1e999"));
    }

    @Test
    void namesTheFieldAndTheTypeOfAWrongValue() {
        assertEquals("field \"x\": expected INT, found 'abc'", bad(DataType.INTEGER, "\"abc\""));
        assertEquals("field \"x\": expected INT, found true", bad(DataType.INTEGER, "true"));
        assertEquals("field \"x\": expected BOOLEAN, found 1", bad(DataType.BOOLEAN, "1"));
        assertEquals("field \"x\": expected INT, found an object", bad(DataType.INTEGER, "{\"y\":1}"));
        assertEquals("field \"x\": expected ARRAY<INT>, found 5", bad(DataType.array(DataType.INTEGER), "5"));
        assertEquals("field \"x[1]\": expected INT, found 'b'", bad(DataType.array(DataType.INTEGER), "[1,\"b\"]"));
        DataType nested = DataType.row(List.of(new Field("list", DataType.array(DataType.row(List.of(ID))))));
        assertEquals("field \"x.list[0].id\": expected INT, found 'b'", bad(nested, "{\"list\":[{\"id\":\"b\"}]}"));
        assertEquals(
                "field \"x\": expected INT NOT NULL, found no value",
                bad(DataType.INTEGER.withNullable(false), "null"));
    }

    @Test
    void takesAnythingAsText() {
        assertEquals("1.50", value(DataType.STRING, "1.50"));
        assertEquals("true", value(DataType.STRING, "true"));
        assertEquals("{\"a\":[1,null]}", value(DataType.STRING, "{ \"a\" : [1, null] }"));
        assertEquals(
                "field \"x\": expected VARCHAR(2), found 'abc'", bad(DataType.sized(TypeKind.VARCHAR, 2), "\"abc\""));
    }

    @Test
    void refusesWhatIsNotOneObject() {
        List<Field> fields = List.of(ID);
        assertEquals("expected a JSON object, found an array", bad(fields, Map.of(), "[{\"id\":1}]"));
        assertEquals("expected a JSON object, found nothing", bad(fields, Map.of(), ""));
        assertEquals(
                "expected the end of the record behind the JSON object, found an object",
                bad(fields, Map.of(), "{\"id\":1}{\"id\":2}"));
        assertEquals(
                "not valid JSON at byte 8: unexpected end-of-input: expected close marker for Object",
                bad(fields, Map.of(), "{\"id\":1 "));
        assertEquals(
                "not valid JSON at byte 6: unrecognized token 'nope': was expecting (JSON String, Number, Array, Object"
                        + " or token 'null', 'true' or 'false')",
                bad(fields, Map.of(), "{\"id\":nope}").replace("byte 10", "byte 6"));
    }

    @Test
    void boundsWhatARecordMayCost() {
        String deep = "{\"id\":" + "[".repeat(100) + "]".repeat(100) + "}";
        assertEquals(
                "JSON is nested more than 64 deep", bad(List.of(new Field("id", DataType.STRING)), Map.of(), deep));
        String unknown = "{\"other\":" + "[".repeat(100) + "]".repeat(100) + "}";
        assertEquals("JSON is nested more than 64 deep", bad(List.of(ID), Map.of(), unknown));
        String number = "{\"id\":" + "1".repeat(200) + "}";
        assertEquals("JSON has a text, name or number that is too long", bad(List.of(ID), Map.of(), number));
    }

    @Test
    void ignoresErrorsWhenAsked() {
        Map<String, String> ignore = Map.of("json.ignore-parse-errors", "true");
        List<Field> fields = List.of(new Field("list", DataType.array(DataType.array(DataType.INTEGER))), ID);
        assertEquals(Arrays.asList(null, 1), row(fields, ignore, "{\"list\":[[1,{\"a\":[2]}],[3]],\"id\":1}"));
        ChunkBuilder builder = new ChunkBuilder(List.of(DataType.INTEGER), 1);
        assertEquals(DecodeOutcome.SKIPPED, decode(builder, List.of(ID), ignore, "{\"id\":"));
        assertEquals(0, builder.column(0).size());
    }

    @Test
    void failsOnMissingFieldsWhenAsked() {
        Map<String, String> fail = Map.of("json.fail-on-missing-field", "true");
        assertEquals("field \"ts\": expected TIMESTAMP(3), found no value", bad(List.of(ID, TS), fail, "{\"id\":1}"));
        Map<String, String> both = Map.of("json.fail-on-missing-field", "true", "json.ignore-parse-errors", "true");
        LeatException error =
                assertThrows(LeatException.class, () -> format().validate(List.of(ID), formatOptions(format(), both)));
        assertEquals(
                "options 'json.ignore-parse-errors' and 'json.fail-on-missing-field' exclude each other",
                error.getMessage());
    }

    @Test
    void writesTimestampsAsAsked() {
        List<Field> fields = List.of(ID, TS, new Field("ltz", DataType.TIMESTAMP_LTZ));
        LocalDateTime time = LocalDateTime.of(2001, 1, 1, 0, 0);
        List<Object> values = Arrays.asList(null, time, time.toInstant(java.time.ZoneOffset.UTC));
        assertEquals(
                "{\"id\":null,\"ts\":\"2001-01-01 00:00:00.000\",\"ltz\":\"2001-01-01 00:00:00.000Z\"}",
                encode(fields, Map.of(), values));
        assertEquals(
                "{\"ts\":\"2001-01-01T00:00:00.000\",\"ltz\":\"2001-01-01T00:00:00.000Z\"}",
                encode(
                        fields,
                        Map.of("json.timestamp-format.standard", "ISO-8601", "json.encode.ignore-null-fields", "true"),
                        values));
    }

    private String encode(List<Field> fields, Map<String, String> options, List<Object> values) {
        RecordEncoder encoder = format().encoder(fields, formatOptions(format(), options));
        List<DataType> types = fields.stream().map(Field::type).toList();
        return new String(encoder.encode(Rows.chunk(types, List.of(values)), 0), StandardCharsets.UTF_8);
    }
}
