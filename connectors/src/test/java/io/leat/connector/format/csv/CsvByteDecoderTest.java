package io.leat.connector.format.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.connector.contract.FormatContract;
import io.leat.connector.contract.RandomValues;
import io.leat.connector.contract.Rows;
import io.leat.connector.contract.Seeds;
import io.leat.connector.format.Damage;
import io.leat.connector.format.DecodeOutcome;
import io.leat.connector.format.FormatTypes;
import io.leat.connector.format.Formats;
import io.leat.connector.format.RecordDecoder;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.limit.Limits;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The byte decoder against the library's, and the boundary against one that looks at byte after byte. */
class CsvByteDecoderTest {
    private static final int CASES = 6_000;
    private static final List<String> PIECES = List.of(
            "\"",
            "\"\"",
            "\"\"\"",
            ",",
            ";",
            ",\"",
            "\",",
            "'",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "#",
            " ",
            "null",
            "n/a",
            "true",
            "TRUE",
            "0",
            "-",
            "-0",
            "-0.0",
            "+5",
            ".5",
            "5.",
            "1e3",
            "007",
            " 12 ",
            "9223372036854775808",
            "99.995",
            "NaN",
            "2026-01-31 10:00:00.123",
            "2026-01-31T10:00:00Z",
            "1769853600123",
            "10:00",
            "ä",
            "漢",
            "😀",
            "\u0000");
    private static final List<Map<String, String>> STYLES = List.of(
            Map.of(),
            Map.of("csv.ignore-parse-errors", "true", "csv.allow-comments", "true"),
            Map.of("csv.field-delimiter", ";", "csv.null-literal", "n/a"),
            Map.of("csv.field-delimiter", "\\t", "csv.quote-character", "'"));

    private final List<Field> fields = FormatTypes.scalars();
    private final List<DataType> types = fields.stream().map(Field::type).toList();

    private static CsvStyle style(Map<String, String> options) {
        return CsvStyle.of(FormatContract.formatOptions(Formats.named("csv"), options));
    }

    private int[] places(int round) {
        return IntStream.range(0, fields.size())
                .filter(i -> round < STYLES.size() || i % 3 == 0)
                .toArray();
    }

    private byte[] record(CsvStyle style, Random random) {
        return new CsvEncoder(fields, style).encode(new RandomValues(random).chunk(fields, 1), 0);
    }

    @Test
    void readsDamagedRecordsAsTheLibraryDoes() {
        for (int round = 0; round < STYLES.size() * 2; round++) {
            CsvStyle style = style(STYLES.get(round % STYLES.size()));
            int[] read = places(round);
            CsvDecoder library = new CsvDecoder(fields, read, style, Limits.DEFAULT);
            CsvByteDecoder bytes = new CsvByteDecoder(
                    fields, read, style, Limits.DEFAULT, new CsvDecoder(fields, read, style, Limits.DEFAULT));
            for (int i = round; i < CASES; i += STYLES.size() * 2) {
                Random random = Seeds.random(i);
                byte[] damaged = new Damage(random, PIECES).of(record(style, random));
                String why = Seeds.repeat(getClass(), i) + " in " + new String(damaged, StandardCharsets.UTF_8);
                assertSame(library, bytes, damaged, why);
            }
        }
    }

    @Test
    void readsFieldsWrittenInManyWaysAsTheLibraryDoes() {
        List<Field> all = FormatTypes.scalars();
        for (int i = 0; i < CASES; i++) {
            Random random = Seeds.random(i);
            CsvStyle style = style(STYLES.get(i % STYLES.size()));
            int[] read = {random.nextInt(all.size())};
            CsvDecoder library = new CsvDecoder(all, read, style, Limits.DEFAULT);
            CsvByteDecoder bytes = new CsvByteDecoder(
                    all, read, style, Limits.DEFAULT, new CsvDecoder(all, read, style, Limits.DEFAULT));
            StringBuilder record = new StringBuilder();
            for (int field = 0; field < all.size(); field++) {
                record.append(field == 0 ? "" : String.valueOf(style.delimiter()));
                record.append(random.nextInt(3) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size())));
            }
            String why = Seeds.repeat(getClass(), i) + " in " + record;
            assertSame(library, bytes, record.toString().getBytes(StandardCharsets.UTF_8), why);
        }
    }

    private void assertSame(RecordDecoder expected, RecordDecoder actual, byte[] record, String why) {
        ChunkBuilder expectedRows = new ChunkBuilder(types, 1);
        ChunkBuilder actualRows = new ChunkBuilder(types, 1);
        assertEquals(decode(expected, record, expectedRows), decode(actual, record, actualRows), why);
        String rows = Rows.of(types, actualRows.build()).toString();
        assertEquals(Rows.of(types, expectedRows.build()).toString(), rows, why);
    }

    private DecodeOutcome decode(RecordDecoder decoder, byte[] record, ChunkBuilder rows) {
        byte[] buffer = new byte[record.length + 12];
        Arrays.fill(buffer, (byte) ',');
        System.arraycopy(record, 0, buffer, 3, record.length);
        DecodeOutcome outcome = decoder.decode(buffer, 3, record.length, Rows.columns(rows, fields.size()));
        if (outcome.isRow()) {
            rows.endRow(1);
        }
        return outcome;
    }

    @Test
    void findsTheEndsThatOneFindsWhoLooksAtEveryByte() {
        for (int i = 0; i < CASES; i++) {
            Random random = Seeds.random(i);
            CsvStyle style = style(STYLES.get(i % STYLES.size()));
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(30); piece >= 0; piece--) {
                text.append(PIECES.get(random.nextInt(PIECES.size()))).append("x".repeat(random.nextInt(9)));
            }
            byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
            CsvBoundary boundary = new CsvBoundary(style);
            int seen = 0;
            int end = -1;
            while (end < 0 && seen < bytes.length) {
                int there = Math.min(bytes.length, seen + 1 + random.nextInt(12));
                end = boundary.find(bytes, seen, there);
                seen = there;
            }
            String why = Seeds.repeat(getClass(), i) + " in " + text;
            assertEquals(slowEnd(bytes, style), end, why);
            assertEquals(end < 0, boundary.isOpen(), why);
        }
    }

    private enum State {
        RECORD_START,
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        COMMENT
    }

    private static int slowEnd(byte[] bytes, CsvStyle style) {
        State state = State.RECORD_START;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' && state != State.QUOTED) {
                return i + 1;
            }
            state = next(state, bytes[i], style);
        }
        return -1;
    }

    private static State next(State state, byte b, CsvStyle style) {
        State behindDelimiter = b == style.delimiter() ? State.FIELD_START : State.PLAIN;
        State atStart = b == style.quote() ? State.QUOTED : behindDelimiter;
        return switch (state) {
            case RECORD_START -> style.comments() && b == '#' ? State.COMMENT : atStart;
            case FIELD_START -> atStart;
            case PLAIN -> behindDelimiter;
            case QUOTED -> b == style.quote() ? State.QUOTE_IN_QUOTED : State.QUOTED;
            case QUOTE_IN_QUOTED -> b == style.quote() ? State.QUOTED : behindDelimiter;
            case COMMENT -> State.COMMENT;
        };
    }
}
