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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvFormatTest extends FormatContract {
    private static final List<Field> FIELDS =
            List.of(new Field("id", DataType.INTEGER), new Field("name", DataType.STRING));
    private static final List<DataType> TYPES = FIELDS.stream().map(Field::type).toList();

    @Override
    protected Format format() {
        return Formats.named("csv");
    }

    @Override
    protected List<Field> columns() {
        return FormatTypes.scalars();
    }

    private RecordDecoder decoder(Map<String, String> options) {
        return format().decoder(FIELDS, formatOptions(format(), options), Limits.DEFAULT);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<List<Object>> rows(RecordDecoder decoder, String record) {
        ChunkBuilder builder = new ChunkBuilder(TYPES, 1);
        byte[] bytes = utf8(record);
        DecodeOutcome outcome = decoder.decode(bytes, 0, bytes.length, Rows.columns(builder, 2));
        assertEquals("", outcome.reason());
        if (outcome.isRow()) {
            builder.endRow(1);
        }
        return Rows.of(TYPES, builder.build());
    }

    private static String bad(RecordDecoder decoder, byte[] bytes) {
        ChunkBuilder builder = new ChunkBuilder(TYPES, 1);
        DecodeOutcome outcome = decoder.decode(bytes, 0, bytes.length, Rows.columns(builder, 2));
        assertEquals(DecodeOutcome.Kind.BAD, outcome.kind());
        return outcome.reason();
    }

    @Test
    void tellsNullFromEmptyTextByTheQuotes() {
        RecordDecoder decoder = decoder(Map.of());
        assertEquals(List.of(Arrays.asList(null, null)), rows(decoder, ","));
        assertEquals(List.of(Arrays.asList(null, "")), rows(decoder, "\"\",\"\""));
        assertEquals(List.of(List.of(1, "null")), rows(decoder, "1,null"));
        RecordDecoder literal = decoder(Map.of("csv.null-literal", "N/A"));
        assertEquals(List.of(Arrays.asList(null, null)), rows(literal, "N/A,N/A"));
        assertEquals(List.of(Arrays.asList(null, "N/A")), rows(literal, ",\"N/A\""));
        assertEquals(List.of(Arrays.asList(null, "")), rows(literal, ","));
    }

    @Test
    void readsQuotesDelimitersAndLineFeeds() {
        RecordDecoder decoder = decoder(Map.of());
        assertEquals(List.of(List.of(1, "a,\"b\"\nc")), rows(decoder, "\"1\",\"a,\"\"b\"\"\nc\""));
        assertEquals(List.of(List.of(1, "5\" disk")), rows(decoder, "1,5\" disk"));
        RecordDecoder other = decoder(Map.of("csv.field-delimiter", "\\t", "csv.quote-character", "'"));
        assertEquals(List.of(List.of(1, "a\t'\"")), rows(other, "1\t'a\t''\"'"));
        assertEquals(List.of(List.of(7, "x")), rows(decoder, " 7 ,x"));
    }

    @Test
    void saysWhatIsWrong() {
        RecordDecoder decoder = decoder(Map.of());
        assertEquals("record has 3 fields, expected 2", bad(decoder, utf8("1,2,3")));
        assertEquals("record has 1 fields, expected 2", bad(decoder, utf8("1")));
        assertEquals("field \"id\": expected INT, found 'x'", bad(decoder, utf8("x,y")));
        assertEquals("record is not valid UTF-8", bad(decoder, new byte[] {'1', ',', (byte) 0xff}));
        String quote = "record has a quote that is not closed, or text behind a closing quote";
        assertEquals(quote, bad(decoder, utf8("1,\"a")));
        assertEquals(quote, bad(decoder, utf8("1,\"a\"b")));
        assertEquals("record has 3000 fields, more than 2000", bad(decoder, utf8(",".repeat(2999))));
        String tooLong = "record has a field of more than 1048576 characters";
        assertEquals(tooLong, bad(decoder, utf8("1," + "x".repeat(1 << 21))));
    }

    @Test
    void leavesOutEmptyLinesAndComments() {
        assertEquals(List.of(), rows(decoder(Map.of()), ""));
        assertEquals(List.of(), rows(decoder(Map.of("csv.allow-comments", "true")), "# 1,2,3"));
    }

    @Test
    void ignoresErrorsWhenAsked() {
        RecordDecoder decoder = decoder(Map.of("csv.ignore-parse-errors", "true"));
        assertEquals(List.of(Arrays.asList(null, "y")), rows(decoder, "x,y"));
        assertEquals(List.of(), rows(decoder, "1,2,3"));
    }

    @Test
    void readsByNameAfterAHeader() {
        RecordDecoder decoder = decoder(Map.of("csv.header", "true"));
        byte[] header = utf8("NAME,\"other\", id ");
        assertEquals(DecodeOutcome.SKIPPED, decoder.readHeader(header, 0, header.length));
        assertEquals(List.of(List.of(1, "x")), rows(decoder, "x,,1"));
        assertEquals("record has 2 fields, expected 3", bad(decoder, utf8("1,2")));
        byte[] without = utf8("name,idd");
        assertEquals(
                DecodeOutcome.bad("the header has no field \"id\"; it has name, idd"),
                decoder.readHeader(without, 0, without.length));
    }

    @Test
    void writesQuotesOnlyWhereNeeded() {
        FormatOptions options = formatOptions(format(), Map.of("csv.header", "true"));
        RecordEncoder encoder = format().encoder(FIELDS, options);
        assertEquals("id,name", new String(encoder.header().orElseThrow(), StandardCharsets.UTF_8));
        assertEquals("1,\"\"", encode(encoder, 1, ""));
        assertEquals(",", encode(encoder, null, null));
        assertEquals("1,\"a\"\"b\"", encode(encoder, 1, "a\"b"));
        assertEquals("1,plain text", encode(encoder, 1, "plain text"));
        assertEquals(
                Optional.empty(),
                format().encoder(FIELDS, formatOptions(format(), Map.of())).header());
    }

    private static String encode(RecordEncoder encoder, Object... values) {
        return new String(encoder.encode(Rows.chunk(TYPES, List.of(Arrays.asList(values))), 0), StandardCharsets.UTF_8);
    }

    @Test
    void refusesWhatItCannotHold() {
        List<Field> nested = List.of(new Field("list", DataType.array(DataType.INTEGER)));
        LeatException error =
                assertThrows(LeatException.class, () -> format().validate(nested, formatOptions(format(), Map.of())));
        assertEquals("column \"list\" of type ARRAY in format 'csv' is not supported", error.getMessage());
        Map<String, String> wrong = Map.of("csv.field-delimiter", "::");
        LeatException option =
                assertThrows(LeatException.class, () -> format().validate(FIELDS, formatOptions(format(), wrong)));
        assertEquals("option 'csv.field-delimiter' is '::', which is not one ASCII character", option.getMessage());
    }
}
