package io.leat.tests.benchmark.jmh;

import io.leat.connector.format.Format;
import io.leat.connector.format.FormatOptions;
import io.leat.connector.format.Formats;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decoding of records of seven fields, about 200 bytes each, into columns: nanoseconds a record. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(DecoderBenchmark.RECORDS)
public class DecoderBenchmark {
    static final int RECORDS = 4_096;

    private static final List<Field> FIELDS = List.of(
            new Field("auction", DataType.BIGINT),
            new Field("bidder", DataType.BIGINT),
            new Field("price", DataType.decimal(18, 2)),
            new Field("channel", DataType.STRING),
            new Field("url", DataType.STRING),
            new Field("at", DataType.TIMESTAMP),
            new Field("note", DataType.STRING));
    private static final List<DataType> TYPES = FIELDS.stream().map(Field::type).toList();

    /** The format. */
    @Param({"json", "csv"})
    public String format;

    /** Which fields are read. */
    @Param({"ALL", "TWO", "NONE"})
    public String read;

    private byte[][] records;
    private RecordDecoder decoder;
    private ChunkBuilder rows;
    private ColumnBuilder[] builders;

    /** Makes the records. */
    @Setup(Level.Trial)
    public void records() {
        TableDefinition table = new TableDefinition("t", List.of(), List.of(), Optional.empty(), Map.of());
        FormatOptions options = new FormatOptions(new OptionReader(table, Formats.fileOptions("")), "", format);
        Format made = Formats.named(format);
        RecordEncoder encoder = made.encoder(FIELDS, options);
        Chunk chunk = rows(new Random(1));
        records = new byte[RECORDS][];
        for (int row = 0; row < RECORDS; row++) {
            records[row] = encoder.encode(chunk, row);
        }
        Set<Integer> places = read.equals("ALL") ? Set.of(0, 1, 2, 3, 4, 5, 6) : Set.of(0, 2);
        decoder = made.decoder(FIELDS, read.equals("NONE") ? Set.of() : places, options, Limits.DEFAULT);
        rows = new ChunkBuilder(TYPES, RECORDS);
        builders = new ColumnBuilder[FIELDS.size()];
        for (int i = 0; i < builders.length; i++) {
            builders[i] = rows.column(i);
        }
    }

    private static Chunk rows(Random random) {
        ChunkBuilder builder = new ChunkBuilder(TYPES, RECORDS);
        for (int row = 0; row < RECORDS; row++) {
            builder.column(0).appendLong(1_000 + random.nextInt(10_000));
            builder.column(1).appendLong(1_000 + random.nextInt(1_000));
            builder.column(2).appendLong(random.nextInt(100_000_000));
            builder.column(3).appendText("channel-" + random.nextInt(10_000));
            builder.column(4).appendText("https://www.example.com/" + random.nextInt() + "/item.htm?query=1");
            builder.column(5).appendLong(1_436_918_400_000L + row);
            builder.column(6).appendText("x".repeat(20 + random.nextInt(60)));
            builder.endRow(1);
        }
        return builder.build();
    }

    /** All records. */
    @Benchmark
    public Chunk decode() {
        for (byte[] record : records) {
            if (decoder.decode(record, 0, record.length, builders).isRow()) {
                rows.endRow(1);
            }
        }
        return rows.build();
    }
}
