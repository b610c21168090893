package io.leat.executor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.DeferredRows;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.connector.WatermarkDefinition;
import io.leat.core.expression.ColumnReference;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TableReaderTest {
    private static final DataType LONG = DataType.of(TypeKind.BIGINT);
    private static final DataType TIME = DataType.of(TypeKind.TIMESTAMP);

    private final Rows source = new Rows();

    /** Three stored columns a, ts, b, and c, which is b once more. */
    private TableReader reader(boolean timed) {
        TableDefinition table = new TableDefinition(
                "t",
                List.of(
                        ColumnDefinition.physical("a", LONG),
                        ColumnDefinition.physical("ts", TIME),
                        ColumnDefinition.physical("b", LONG),
                        ColumnDefinition.computed("c", new ColumnReference(2, LONG), "b")),
                List.of(),
                timed ? Optional.of(new WatermarkDefinition(1, new ColumnReference(1, TIME), "ts")) : Optional.empty(),
                Map.of());
        return new TableReader(
                table,
                new ReaderOptions(ErrorPolicy.FAIL, Duration.ZERO, 16),
                new ReaderState(),
                SourceRange.ALL,
                range -> source);
    }

    private static Chunk chunk(long... firsts) {
        ChunkBuilder builder = new ChunkBuilder(List.of(LONG, TIME, LONG), firsts.length);
        for (long first : firsts) {
            append(builder.column(0)::appendLong, first);
            append(builder.column(1)::appendLong, first * 10);
            append(builder.column(2)::appendLong, first * 100);
            builder.endRow(1);
        }
        return builder.build();
    }

    private static void append(Consumer<Long> column, long value) {
        column.accept(value);
    }

    private static DeferredRows piece(long... firsts) {
        return new DeferredRows() {
            @Override
            public int partition() {
                return 0;
            }

            @Override
            public int records() {
                return firsts.length;
            }

            @Override
            public void decode(RowCollector rows) {
                rows.chunk(0, chunk(firsts));
            }
        };
    }

    private static void row(RowCollector rows, long first) {
        rows.column(0).appendLong(first);
        rows.column(1).appendLong(first * 10);
        rows.column(2).appendLong(first * 100);
        rows.endRow(0, 1);
    }

    private static List<Object> values(TableReader reader, int column, DataType type) {
        List<Object> values = new ArrayList<>();
        for (Chunk chunk : reader.poll(1_000, 0).rows().chunks()) {
            for (int row = 0; row < chunk.size(); row++) {
                values.add(JavaValues.get(type, chunk.column(column), row));
            }
        }
        return values;
    }

    @Test
    void rowsChunksAndPiecesComeInTheOrderInWhichTheyWereGiven() {
        source.next = rows -> {
            row(rows, 1);
            rows.chunk(0, chunk(2, 3));
            rows.deferred(piece(4, 5));
            row(rows, 6);
            rows.deferred(piece(7));
        };
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L), values(reader(false), 0, LONG));
    }

    @Test
    void eventTimeFollowsThatOrder() {
        source.next = rows -> {
            rows.deferred(piece(4));
            row(rows, 1);
            rows.chunk(0, chunk(9, 2));
        };
        assertEquals(List.of(Long.MIN_VALUE, 40L, 40L, 90L), values(reader(true), 4, LONG));
    }

    @Test
    void onlyWhatIsReadIsAskedForAndComputed() {
        TableReader reader = reader(true);
        reader.project(Set.of(3));
        assertEquals(List.of(1, 2), source.projected);
        source.next = rows -> rows.chunk(0, chunk(1));
        Chunk chunk = reader.poll(10, 0).rows().chunks().get(0);
        assertTrue(chunk.column(0).isNull(0));
        assertTrue(chunk.column(2).isNull(0));
        assertEquals(100L, JavaValues.get(LONG, chunk.column(3), 0));
    }

    @Test
    void eventTimeGoesOnWhereNobodyReadsArrivals() {
        TableReader reader = reader(true);
        reader.project(Set.of(0));
        source.next = rows -> rows.chunk(0, chunk(4, 9, 2));
        Chunk chunk = reader.poll(10, 0).rows().chunks().get(0);
        assertEquals(90, reader.eventTime());
        assertTrue(chunk.column(4).isNull(1));
    }

    @Test
    void arrivalsAreThereWhereTheyAreRead() {
        TableReader reader = reader(true);
        reader.project(Set.of(4));
        source.next = rows -> rows.chunk(0, chunk(4, 9, 2));
        assertEquals(List.of(Long.MIN_VALUE, 40L, 90L), values(reader, 4, LONG));
    }

    @Test
    void aRowOfWhichNothingIsReadCountsAllTheSame() {
        TableReader reader = reader(false);
        reader.project(Set.of());
        source.next = rows -> {
            rows.endRow(0, 1);
            rows.endRow(0, 1);
        };
        Chunk chunk = reader.poll(10, 0).rows().chunks().get(0);
        assertEquals(2, chunk.size());
        assertTrue(chunk.column(0).isNull(1));
    }

    @Test
    void theSourceIsToldEveryFiveSecondsHowFarItWasComputed() {
        source.status = PollStatus.MORE;
        source.next = rows -> {
            row(rows, 1);
            source.offset++;
        };
        TableReader reader = reader(false);
        for (long now = 0; now < 12_000; now += 1_000) {
            reader.tellSource(now);
            reader.poll(1, now);
        }
        assertEquals(List.of(0L, 5L, 10L), source.told);
        source.next = rows -> {};
        reader.tellSource(15_000);
        reader.tellSource(20_000);
        assertEquals(List.of(0L, 5L, 10L, 12L), source.told);
    }

    @Test
    void atItsEndTheSourceIsToldSoAtOnce() {
        source.next = rows -> {
            row(rows, 1);
            source.offset++;
        };
        TableReader reader = reader(false);
        reader.tellSource(0);
        reader.poll(1, 0);
        reader.tellSource(1);
        reader.tellSource(20_000);
        assertEquals(List.of(0L, 1L), source.told);
    }

    /** Delivers what a test says. */
    private static final class Rows implements Source {
        private Consumer<RowCollector> next;
        private List<Integer> projected = List.of();
        private PollStatus status = PollStatus.FINISHED;
        private long offset;
        private final List<Long> told = new ArrayList<>();

        @Override
        public void project(List<Integer> storedColumns) {
            projected = storedColumns;
        }

        @Override
        public PollStatus poll(RowCollector rows, int maxRows) {
            next.accept(rows);
            return status;
        }

        @Override
        public Position position() {
            return Position.of(Map.of("p", offset));
        }

        @Override
        public void computed(Position computed) {
            told.add(computed.offset("p"));
        }

        @Override
        public Position end() {
            return Position.START;
        }

        @Override
        public List<String> partitions() {
            return List.of("p");
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
