package io.leat.tests.benchmark.jmh;

import io.leat.connector.format.RecordDecoder;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.LongColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

/**
 * Decoding with a filter, nanoseconds a record: all columns that are read at once and then the filter, or first the columns
 * of the filter and the event time, and of those records that pass the others in a second pass. It is what a filter that is
 * pushed into a decoder could save.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(DecoderRecords.RECORDS)
public class FilteredDecodingBenchmark {
    private static final int AUCTION = 0;
    private static final int PRICE = 2;
    private static final int TIME = 5;

    /** The format. */
    @Param({"json", "csv"})
    public String format;

    /** A filter that one of 123 records passes, with one more column read, or one that 28 of 100 pass, with three more. */
    @Param({"FEW", "MANY"})
    public String passing;

    private byte[][] records;
    private Set<Integer> early;
    private Set<Integer> late;
    private RecordDecoder whole;
    private RecordDecoder first;
    private RecordDecoder second;
    private final ChunkBuilder rows = new ChunkBuilder(DecoderRecords.TYPES, DecoderRecords.RECORDS);
    private final ColumnBuilder[] builders = new ColumnBuilder[DecoderRecords.TYPES.size()];
    private final int[] passed = new int[DecoderRecords.RECORDS];

    /** Makes the records. */
    @Setup(Level.Trial)
    public void records() {
        DecoderRecords source = DecoderRecords.of(format);
        records = source.records();
        boolean few = passing.equals("FEW");
        early = Set.of(few ? AUCTION : PRICE, TIME);
        late = few ? Set.of(PRICE) : Set.of(AUCTION, 1, 6);
        Set<Integer> all = new TreeSet<>(early);
        all.addAll(late);
        whole = source.decoder(all);
        first = source.decoder(early);
        second = source.decoder(late);
        for (int i = 0; i < builders.length; i++) {
            builders[i] = rows.column(i);
        }
    }

    /** All columns at once. */
    @Benchmark
    public Chunk atOnce() {
        Chunk all = decode(whole, null, records.length);
        int count = filter(all);
        return all.gather(passed, count);
    }

    /** The filter's columns, then the others of what passed. */
    @Benchmark
    public Chunk twoPasses() {
        Chunk all = decode(first, null, records.length);
        int count = filter(all);
        Chunk rest = decode(second, passed, count);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < builders.length; i++) {
            columns.add(early.contains(i) ? all.column(i).gather(passed, count) : rest.column(i));
        }
        return new Chunk(count, columns, null);
    }

    private Chunk decode(RecordDecoder decoder, int[] which, int count) {
        for (int i = 0; i < count; i++) {
            byte[] record = records[which == null ? i : which[i]];
            if (decoder.decode(record, 0, record.length, builders).isRow()) {
                rows.endRow(1);
            }
        }
        return rows.build();
    }

    private int filter(Chunk chunk) {
        boolean few = passing.equals("FEW");
        long[] values = ((LongColumn) chunk.column(few ? AUCTION : PRICE)).values();
        int count = 0;
        for (int row = 0; row < chunk.size(); row++) {
            passed[count] = row;
            count += (few ? values[row] % 123 == 0 : values[row] < DecoderRecords.PRICE_MAX / 100 * 28) ? 1 : 0;
        }
        return count;
    }
}
