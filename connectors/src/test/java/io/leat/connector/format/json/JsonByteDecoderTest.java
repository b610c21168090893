package io.leat.connector.format.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.leat.connector.contract.FormatContract;
import io.leat.connector.contract.RandomValues;
import io.leat.connector.contract.Rows;
import io.leat.connector.contract.Seeds;
import io.leat.connector.format.Damage;
import io.leat.connector.format.DecodeOutcome;
import io.leat.connector.format.FormatTypes;
import io.leat.connector.format.Formats;
import io.leat.connector.format.RecordDecoder;
import io.leat.connector.format.RecordEncoder;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.limit.Limits;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The byte decoder against the library's: the same rows and the same complaints, whatever is in the records. */
class JsonByteDecoderTest {
    private static final int CASES = 6_000;
    private static final List<String> PIECES = List.of(
            "\"",
            "\\",
            "\\n",
            "\\u00e4",
            "\\uD83D\\uDE00",
            "\\uD83D",
            "\\u12",
            "\\x",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            " ",
            "\n",
            "\r\n",
            "\t",
            "0",
            "-",
            "-0",
            "-0.0",
            ".",
            ".5",
            "e",
            "E5",
            "e-3",
            "1e400",
            "1e-999999999",
            "null",
            "true",
            "false",
            "True",
            "nan",
            "NaN",
            "7",
            "00",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "12345678901234567890123",
            "0.1234567890123456789",
            "2147483648",
            "128",
            "1.0",
            "7e2",
            "0.005",
            "99.995",
            "ä",
            "漢",
            "😀",
            "\u0000",
            "\u001f",
            "\u007f",
            "\"big\":1,",
            "\"BIG\":2,",
            "\"x\":{\"y\":[1,{\"z\":\"}\"}]},",
            "\"2026-01-31 10:00:00.5\"",
            "2026-02-29",
            "10:00:00",
            "T",
            "Z",
            "+02:00",
            ".1234",
            "\"text\":[1.50, {}],");

    private final List<Field> fields = FormatTypes.all();
    private int leftToLibrary;

    private static JsonFactory factory() {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(Limits.DEFAULT.jsonDepth())
                .maxNumberLength(100)
                .maxStringLength(1 << 20)
                .build();
        return new JsonFactoryBuilder().streamReadConstraints(bounds).build();
    }

    private RecordDecoder library(Set<Integer> read, boolean ignore, boolean failOnMissing) {
        return new JsonDecoder(factory(), fields, read, ignore, failOnMissing, Limits.DEFAULT);
    }

    private RecordDecoder bytes(Set<Integer> read, boolean ignore, boolean failOnMissing) {
        RecordDecoder library = library(read, ignore, failOnMissing);
        RecordDecoder counted = (record, offset, length, columns) -> {
            leftToLibrary++;
            return library.decode(record, offset, length, columns);
        };
        return new JsonByteDecoder(factory(), fields, read, failOnMissing, Limits.DEFAULT, counted);
    }

    private Set<Integer> all() {
        return new TreeSet<>(IntStream.range(0, fields.size()).boxed().toList());
    }

    private Set<Integer> some(Random random) {
        Set<Integer> read = all();
        read.removeIf(field -> random.nextInt(3) > 0);
        return read;
    }

    private RecordEncoder encoder(boolean ignoreNulls) {
        Map<String, String> options = Map.of("json.encode.ignore-null-fields", Boolean.toString(ignoreNulls));
        return Formats.named("json").encoder(fields, FormatContract.formatOptions(Formats.named("json"), options));
    }

    private static void assertSame(
            RecordDecoder expected, RecordDecoder actual, byte[] record, List<Field> fields, String why) {
        List<DataType> types = fields.stream().map(Field::type).toList();
        ChunkBuilder expectedRows = new ChunkBuilder(types, 1);
        ChunkBuilder actualRows = new ChunkBuilder(types, 1);
        DecodeOutcome expectedOutcome = decode(expected, record, expectedRows, fields.size());
        assertEquals(expectedOutcome, decode(actual, record, actualRows, fields.size()), why);
        assertEquals(
                Rows.of(types, expectedRows.build()).toString(),
                Rows.of(types, actualRows.build()).toString(),
                why);
    }

    private static DecodeOutcome decode(RecordDecoder decoder, byte[] record, ChunkBuilder rows, int columns) {
        ColumnBuilder[] builders = Rows.columns(rows, columns);
        byte[] buffer = new byte[record.length + 12];
        java.util.Arrays.fill(buffer, (byte) '"');
        System.arraycopy(record, 0, buffer, 3, record.length);
        DecodeOutcome outcome = decoder.decode(buffer, 3, record.length, builders);
        if (outcome.isRow()) {
            rows.endRow(1);
        }
        return outcome;
    }

    @Test
    void readsEverythingThatTheEncoderWrites() {
        RecordDecoder decoder = bytes(all(), false, false);
        for (int i = 0; i < CASES / 10; i++) {
            byte[] record = encoder(i % 2 == 0).encode(new RandomValues(Seeds.random(i)).chunk(fields, 1), 0);
            assertSame(library(all(), false, false), decoder, record, fields, Seeds.repeat(getClass(), i));
        }
        assertTrue(leftToLibrary < CASES / 10 / 4, leftToLibrary + " records were left to the library");
    }

    @Test
    void readsDamagedRecordsAsTheLibraryDoes() {
        RecordEncoder encoder = encoder(true);
        for (int setting = 0; setting < 8; setting++) {
            boolean ignore = setting % 3 == 1;
            boolean failOnMissing = setting % 3 == 2;
            Set<Integer> read = setting < 4 ? all() : some(Seeds.random(setting));
            RecordDecoder library = library(read, ignore, failOnMissing);
            RecordDecoder bytes = bytes(read, ignore, failOnMissing);
            for (int i = setting; i < CASES; i += 8) {
                Random random = Seeds.random(i);
                byte[] record = encoder.encode(new RandomValues(random).chunk(fields, 1), 0);
                byte[] damaged = new Damage(random, PIECES).of(record);
                String why = Seeds.repeat(getClass(), i) + " in " + new String(damaged, StandardCharsets.UTF_8);
                assertSame(library, bytes, damaged, fields, why);
            }
        }
    }

    @Test
    void readsValuesWrittenInManyWaysAsTheLibraryDoes() {
        RecordDecoder library = library(all(), false, false);
        RecordDecoder bytes = bytes(all(), false, false);
        for (int i = 0; i < CASES; i++) {
            Random random = Seeds.random(i);
            Field field = fields.get(random.nextInt(fields.size()));
            String value = value(random);
            String record = "{\"big\": 1 ,\"" + field.name() + "\" : " + value + ",\"other\":" + value(random) + "}";
            String why = Seeds.repeat(getClass(), i) + " in " + record;
            assertSame(library, bytes, record.getBytes(StandardCharsets.UTF_8), fields, why);
        }
    }

    private static String value(Random random) {
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            value.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        boolean quoted = random.nextInt(3) == 0;
        return quoted ? "\"" + value.toString().replace("\"", "") + "\"" : value.toString();
    }

    @Test
    void leavesPlainRecordsToNobody() {
        RecordDecoder decoder = bytes(all(), false, false);
        List<String> plain = List.of(
                "{\"big\":1,\"twice\":0.12345678901234567,\"text\":\"a\\nb\\u00e4ä\",\"ts\":\"2015-07-15 00:00:00.123\"}",
                "{ \"BIG\" : -12 , \"flag\" : true, \"price\" : 12.345, \"wide\" : 1234567890123456789.5 }",
                "{\"big\":9223372036854775807,\"unknown\":{\"a\":[1,{\"b\":null}]},\"ltz\":\"2015-07-15T00:00:00Z\"}",
                "{\"big\":0,\"day\":\"2015-07-15\",\"clock\":\"10:00\",\"single\":1.5,\"list\":[1.25],\"row\":{\"a\":1}}");
        for (String record : plain) {
            assertSame(library(all(), false, false), decoder, record.getBytes(StandardCharsets.UTF_8), fields, record);
            assertEquals(0, leftToLibrary, record);
        }
    }
}
