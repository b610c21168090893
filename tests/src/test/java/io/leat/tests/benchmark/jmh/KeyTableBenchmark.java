package io.leat.tests.benchmark.jmh;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import io.leat.executor.state.KeyTable;
import io.leat.executor.state.RowCodec;
import io.leat.executor.state.RowTable;
import java.util.List;
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
 * Numbering the keys of a million rows: nanoseconds a row. {@code COLUMNS} is the table of keys as columns, which groups,
 * joins and partitions use, {@code BYTES} that of encoded keys. A table alone shows what
 * a change of its layout costs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@OperationsPerInvocation(BenchmarkRows.ROWS)
public class KeyTableBenchmark {
    /** How many keys. */
    @Param({"1000", "100000", "1000000"})
    public int keys;

    /** Of which columns a key is made. */
    @Param({"LONG", "TWO_LONGS", "TEXT"})
    public String key;

    /** Which table. */
    @Param({"COLUMNS", "BYTES"})
    public String table;

    private final int[] numbers = new int[BenchmarkRows.CHUNK_ROWS];
    private List<Chunk> chunks;
    private RowCodec codec;
    private RowTable rows;
    private KeyTable bytes;
    private RowTable filledRows;
    private KeyTable filledBytes;

    /** Makes the rows, and tables that have all keys. */
    @Setup(Level.Trial)
    public void rows() {
        chunks = BenchmarkRows.ticks(this::columns).stream()
                .map(ZSet::chunks)
                .flatMap(List::stream)
                .toList();
        codec = RowCodec.all(types());
        open();
        add();
        filledRows = rows;
        filledBytes = bytes;
    }

    private List<DataType> types() {
        return switch (key) {
            case "LONG" -> List.of(DataType.BIGINT);
            case "TWO_LONGS" -> List.of(DataType.BIGINT, DataType.BIGINT);
            default -> List.of(DataType.STRING);
        };
    }

    private List<Column> columns(int from) {
        Column number = BenchmarkRows.random(from, 1, keys);
        return switch (key) {
            case "LONG" -> List.of(number);
            case "TWO_LONGS" -> List.of(number, number);
            default -> List.of(BenchmarkRows.texts(number, "channel-"));
        };
    }

    /** Makes empty tables. */
    @Setup(Level.Invocation)
    public void open() {
        rows = BenchmarkRows.context().open("rows", RowTable.kind(types()));
        bytes = BenchmarkRows.context().open("bytes", KeyTable.kind());
    }

    /** All rows into an empty table. */
    @Benchmark
    public int add() {
        return add(rows, bytes);
    }

    /** All rows into a table that has their keys. */
    @Benchmark
    public int find() {
        return add(filledRows, filledBytes);
    }

    private int add(RowTable rowTable, KeyTable keyTable) {
        int sum = 0;
        for (Chunk chunk : chunks) {
            if (table.equals("COLUMNS")) {
                rowTable.addAll(chunk.columns(), chunk.size(), numbers);
            } else {
                keyTable.addAll(codec, chunk, numbers);
            }
            sum += numbers[0];
        }
        return sum;
    }
}
