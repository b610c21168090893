package io.leat.tests.benchmark.jmh;

import io.leat.connector.format.RecordDecoder;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ColumnBuilder;
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
    static final int RECORDS = DecoderRecords.RECORDS;

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
        DecoderRecords source = DecoderRecords.of(format);
        records = source.records();
        Set<Integer> places = read.equals("ALL") ? Set.of(0, 1, 2, 3, 4, 5, 6) : Set.of(0, 2);
        decoder = source.decoder(read.equals("NONE") ? Set.of() : places);
        rows = new ChunkBuilder(DecoderRecords.TYPES, RECORDS);
        builders = new ColumnBuilder[DecoderRecords.TYPES.size()];
        for (int i = 0; i < builders.length; i++) {
            builders[i] = rows.column(i);
        }
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
