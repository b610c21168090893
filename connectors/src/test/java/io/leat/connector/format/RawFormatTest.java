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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RawFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return Formats.named("raw");
    }

    @Override
    protected List<Field> columns() {
        return List.of(new Field("line", DataType.BYTES.withNullable(false)));
    }

    @Override
    protected boolean isOneRecordALine() {
        return false;
    }

    @Test
    void refusesBytesThatAreNoText() {
        List<Field> text = List.of(new Field("line", DataType.STRING));
        RecordDecoder decoder = format().decoder(text, formatOptions(format(), Map.of()), Limits.DEFAULT);
        ChunkBuilder builder = new ChunkBuilder(List.of(DataType.STRING), 1);
        byte[] bytes = {(byte) 0xc3, 0x28};
        assertEquals(
                DecodeOutcome.bad("record is not valid UTF-8"), decoder.decode(bytes, 0, 2, Rows.columns(builder, 1)));
    }

    @Test
    void needsExactlyOneColumn() {
        List<Field> two = List.of(new Field("a", DataType.STRING), new Field("b", DataType.STRING));
        LeatException error =
                assertThrows(LeatException.class, () -> format().validate(two, formatOptions(format(), Map.of())));
        assertEquals("format 'raw' needs exactly one column STRING or BYTES", error.getMessage());
    }

    @Test
    void anUnknownFormatIsNamedWithTheKnownOnes() {
        LeatException error = assertThrows(LeatException.class, () -> Formats.named("jsn"));
        assertEquals("unknown format 'jsn'", error.getMessage());
        assertEquals(
                "did you mean \"json\"? Formats: json, csv, raw, arrow.",
                error.hint().orElseThrow());
    }
}
