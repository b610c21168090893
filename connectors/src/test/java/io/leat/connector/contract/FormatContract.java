package io.leat.connector.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.connector.format.DecodeOutcome;
import io.leat.connector.format.Format;
import io.leat.connector.format.FormatOptions;
import io.leat.connector.format.Formats;
import io.leat.connector.format.RecordBoundary;
import io.leat.connector.format.RecordDecoder;
import io.leat.connector.format.RecordEncoder;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.TableDefinition;
import io.leat.core.limit.Limits;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every format must do: give back what it wrote, and never fall over what it reads. */
public abstract class FormatContract {
    private static final int CASES = 300;

    /** The format. */
    protected abstract Format format();

    /** Columns of every type that it can hold. */
    protected abstract List<Field> columns();

    /** The table's options for the format. */
    protected Map<String, String> options() {
        return Map.of();
    }

    /** The options of a table as the format reads them. */
    public static FormatOptions formatOptions(Format format, Map<String, String> options) {
        TableDefinition table = new TableDefinition("t", List.of(), List.of(), Optional.empty(), options);
        return new FormatOptions(new OptionReader(table, Formats.fileOptions("")), "", format.name());
    }

    private FormatOptions formatOptions() {
        return formatOptions(format(), options());
    }

    private RecordDecoder decoder() {
        return format().decoder(columns(), formatOptions(), Limits.DEFAULT);
    }

    private List<DataType> types() {
        return columns().stream().map(Field::type).toList();
    }

    @Test
    void givesBackWhatItWrote() {
        RecordEncoder encoder = format().encoder(columns(), formatOptions());
        RecordDecoder decoder = decoder();
        for (int i = 0; i < CASES; i++) {
            Chunk written = new RandomValues(Seeds.random(i)).chunk(columns(), 1);
            ChunkBuilder read = new ChunkBuilder(types(), 1);
            byte[] record = encoder.encode(written, 0);
            DecodeOutcome outcome = decode(decoder, record, read);
            String why = Seeds.repeat(getClass(), i) + ": " + outcome.reason() + " in " + new String(record);
            assertEquals(DecodeOutcome.Kind.ROW, outcome.kind(), why);
            assertEquals(Rows.of(types(), written), Rows.of(types(), read.build()), why);
        }
    }

    @Test
    void findsTheRecordsInAFileHoweverTheBytesArrive() {
        RecordEncoder encoder = format().encoder(columns(), formatOptions());
        Chunk rows = new RandomValues(Seeds.random(0)).chunk(columns(), CASES);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int[] ends = new int[CASES];
        for (int row = 0; row < CASES; row++) {
            file.writeBytes(encoder.encode(rows, row));
            file.write('\n');
            ends[row] = file.size();
        }
        if (format().boundary(formatOptions()) != null && isOneRecordALine()) {
            assertBoundaries(file.toByteArray(), ends, Seeds.random(1));
        }
        assertTrue(file.size() > CASES);
    }

    /** Whether the boundary finds every record that the format can write; a raw text with a line feed is two. */
    protected boolean isOneRecordALine() {
        return true;
    }

    private void assertBoundaries(byte[] file, int[] ends, Random random) {
        RecordBoundary boundary = format().boundary(formatOptions());
        int seen = 0;
        int found = 0;
        while (found < ends.length) {
            int there = Math.min(file.length, seen + 1 + random.nextInt(7));
            int end = boundary.find(file, seen, there);
            seen = end < 0 ? there : end;
            if (end >= 0) {
                assertEquals(ends[found++], end);
                boundary.reset();
            }
        }
    }

    @Test
    void leavesTheColumnsAloneUnlessItAppendsARow() {
        RecordEncoder encoder = format().encoder(columns(), formatOptions());
        RecordDecoder decoder = decoder();
        ChunkBuilder read = new ChunkBuilder(types(), 1);
        ColumnBuilder[] builders = Rows.columns(read, columns().size());
        int rows = 0;
        for (int i = 0; i < CASES; i++) {
            Random random = Seeds.random(i);
            byte[] record = encoder.encode(new RandomValues(random).chunk(columns(), 1), 0);
            damage(record, random);
            DecodeOutcome outcome = decoder.decode(record, 0, record.length, builders);
            rows += outcome.isRow() ? 1 : 0;
            assertEquals(outcome.isBad(), !outcome.reason().isEmpty(), Seeds.repeat(getClass(), i));
            for (ColumnBuilder builder : builders) {
                assertEquals(rows, builder.size(), Seeds.repeat(getClass(), i));
            }
        }
    }

    private static void damage(byte[] record, Random random) {
        for (int i = 1 + random.nextInt(3); i > 0 && record.length > 0; i--) {
            record[random.nextInt(record.length)] = (byte) random.nextInt();
        }
    }

    @Test
    void readsARecordInTheMiddleOfABuffer() {
        Chunk written = new RandomValues(Seeds.random(7)).chunk(columns(), 1);
        byte[] record = format().encoder(columns(), formatOptions()).encode(written, 0);
        byte[] buffer = new byte[record.length + 10];
        java.util.Arrays.fill(buffer, (byte) 'x');
        System.arraycopy(record, 0, buffer, 4, record.length);
        ChunkBuilder read = new ChunkBuilder(types(), 1);
        DecodeOutcome outcome = decoder()
                .decode(buffer, 4, record.length, Rows.columns(read, columns().size()));
        assertEquals(DecodeOutcome.ROW, outcome);
        read.endRow(1);
        assertEquals(Rows.of(types(), written), Rows.of(types(), read.build()));
    }

    @Test
    void refusesRecordsThatAreTooLong() {
        Limits small = new Limits(1, 1, java.time.Duration.ZERO, 8, 64, 2_000, 1, 1, 1, 1, 1, 1);
        RecordDecoder decoder = format().decoder(columns(), formatOptions(), small);
        ChunkBuilder read = new ChunkBuilder(types(), 1);
        DecodeOutcome outcome = decode(decoder, "123456789".getBytes(), read);
        assertEquals(DecodeOutcome.bad("record of 9 bytes is longer than 8"), outcome);
    }

    @Test
    void isFoundByItsName() {
        assertNotNull(Formats.named(format().name()));
    }

    private DecodeOutcome decode(RecordDecoder decoder, byte[] record, ChunkBuilder into) {
        DecodeOutcome outcome = decoder.decode(
                record, 0, record.length, Rows.columns(into, columns().size()));
        if (outcome.isRow()) {
            into.endRow(1);
        }
        return outcome;
    }
}
