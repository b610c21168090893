package io.leat.tests.benchmark.jmh;

import io.leat.connector.format.Format;
import io.leat.connector.format.FormatOptions;
import io.leat.connector.format.Formats;
import io.leat.connector.format.RecordDecoder;
import io.leat.connector.format.RecordEncoder;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.TableDefinition;
import io.leat.core.limit.Limits;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Records of seven fields, about 200 bytes each, the same ones in each run. */
record DecoderRecords(Format format, FormatOptions options, byte[][] records) {
    static final int RECORDS = 4_096;
    static final int PRICE_MAX = 100_000_000;

    private static final List<Field> FIELDS = List.of(
            new Field("auction", DataType.BIGINT),
            new Field("bidder", DataType.BIGINT),
            new Field("price", DataType.decimal(18, 2)),
            new Field("channel", DataType.STRING),
            new Field("url", DataType.STRING),
            new Field("at", DataType.TIMESTAMP),
            new Field("note", DataType.STRING));

    static final List<DataType> TYPES = FIELDS.stream().map(Field::type).toList();

    /** Records of a format. */
    static DecoderRecords of(String name) {
        TableDefinition table = new TableDefinition("t", List.of(), List.of(), Optional.empty(), Map.of());
        FormatOptions options = new FormatOptions(new OptionReader(table, Formats.fileOptions("")), "", name);
        Format format = Formats.named(name);
        RecordEncoder encoder = format.encoder(FIELDS, options);
        Chunk chunk = rows(new Random(1));
        byte[][] records = new byte[RECORDS][];
        for (int row = 0; row < RECORDS; row++) {
            records[row] = encoder.encode(chunk, row);
        }
        return new DecoderRecords(format, options, records);
    }

    /** A decoder of some of the columns. */
    RecordDecoder decoder(Set<Integer> read) {
        return format.decoder(FIELDS, read, options, Limits.DEFAULT);
    }

    private static Chunk rows(Random random) {
        ChunkBuilder builder = new ChunkBuilder(TYPES, RECORDS);
        for (int row = 0; row < RECORDS; row++) {
            builder.column(0).appendLong(1_000 + random.nextInt(10_000));
            builder.column(1).appendLong(1_000 + random.nextInt(1_000));
            builder.column(2).appendLong(random.nextInt(PRICE_MAX));
            builder.column(3).appendText("channel-" + random.nextInt(10_000));
            builder.column(4).appendText("https://www.example.com/" + random.nextInt() + "/item.htm?query=1");
            builder.column(5).appendLong(1_436_918_400_000L + row);
            builder.column(6).appendText("x".repeat(20 + random.nextInt(60)));
            builder.endRow(1);
        }
        return builder.build();
    }
}
