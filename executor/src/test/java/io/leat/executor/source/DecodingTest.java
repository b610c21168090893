package io.leat.executor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.JavaValues;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.DeferredRows;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.connector.WatermarkDefinition;
import io.leat.core.error.LeatException;
import io.leat.core.expression.ColumnReference;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.executor.shard.Shards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pieces that are decoded by many threads give the rows, arrivals, counts and errors that one after the other gives. */
class DecodingTest {
    private static final DataType TIME = DataType.of(TypeKind.TIMESTAMP);
    private static final int POLLS = 40;

    @Test
    void rowsArrivalsAndCountsAreThoseOfOneThread() {
        try (Shards shards = new Shards(4, 1, "test")) {
            for (long seed = 1; seed <= 20; seed++) {
                TableReader together = reader(new Pieces(seed, false), ErrorPolicy.SKIP);
                TableReader alone = reader(new Pieces(seed, false), ErrorPolicy.SKIP);
                TableReader beside = reader(new Pieces(seed + 100, false), ErrorPolicy.SKIP);
                for (int poll = 0; poll < POLLS; poll++) {
                    Decoding decoding = new Decoding();
                    decoding.add(beside.read(100, 0));
                    Reading reading = together.read(100, 0);
                    decoding.add(reading);
                    decoding.run(shards);
                    assertEquals(values(alone.poll(100, 0)), values(reading.finish()), "seed " + seed);
                    assertEquals(alone.watermark(), together.watermark());
                    assertEquals(alone.counters().bad(), together.counters().bad());
                    assertEquals(alone.counters().lastBad(), together.counters().lastBad());
                    assertEquals(alone.counters().rows(), together.counters().rows());
                }
            }
        }
    }

    @Test
    void theFirstBadRecordIsTheOneThatIsTold() {
        try (Shards shards = new Shards(4, 1, "test")) {
            for (long seed = 1; seed <= 50; seed++) {
                TableReader together = reader(new Pieces(seed, true), ErrorPolicy.FAIL);
                TableReader alone = reader(new Pieces(seed, true), ErrorPolicy.FAIL);
                Reading reading = together.read(100, 0);
                Decoding decoding = new Decoding();
                decoding.add(reading);
                decoding.run(shards);
                LeatException expected = assertThrows(LeatException.class, () -> alone.poll(100, 0));
                assertEquals(
                        expected.getMessage(),
                        assertThrows(LeatException.class, reading::finish).getMessage());
                assertEquals(1, together.counters().bad());
            }
        }
    }

    private static TableReader reader(Source source, ErrorPolicy policy) {
        TableDefinition table = new TableDefinition(
                "t",
                List.of(ColumnDefinition.physical("ts", TIME)),
                List.of(),
                Optional.of(new WatermarkDefinition(0, new ColumnReference(0, TIME), "ts")),
                Map.of());
        return new TableReader(
                table,
                new ReaderOptions(policy, Duration.ZERO, 4),
                new ReaderState(),
                SourceRange.ALL,
                range -> source);
    }

    private static List<Object> values(Intake intake) {
        List<Object> values = new ArrayList<>();
        for (Chunk chunk : intake.rows().chunks()) {
            for (int row = 0; row < chunk.size(); row++) {
                values.add(JavaValues.get(TIME, chunk.column(0), row));
                values.add(JavaValues.get(DataType.BIGINT, chunk.column(1), row));
            }
        }
        return values;
    }

    /** Some rows of a partition, of which some may be bad or have no time. */
    private record Piece(int partition, long seed, int records, boolean bad) implements DeferredRows {

        @Override
        public void decode(RowCollector rows) {
            Random random = new Random(seed);
            for (int i = 0; i < records; i++) {
                row(rows, partition, random, bad);
            }
        }

        private static void row(RowCollector rows, int partition, Random random, boolean bad) {
            long time = random.nextInt(1_000);
            if (bad || time % 17 == 0) {
                rows.column(0).appendLong(time);
                rows.badRecord(new BadRecord("p" + partition, time, new byte[0], "bad " + time));
                return;
            }
            if (time % 13 == 0) {
                rows.column(0).appendNull();
            } else {
                rows.column(0).appendLong(time);
            }
            rows.endRow(partition, 1);
        }
    }

    /** Pieces of three partitions, and rows between them. */
    private static final class Pieces implements Source {
        private final Random random;
        private final boolean bad;

        Pieces(long seed, boolean bad) {
            this.random = new Random(seed);
            this.bad = bad;
        }

        @Override
        public PollStatus poll(RowCollector rows, int maxRows) {
            for (int i = 0; i < 8; i++) {
                if (!bad && random.nextInt(4) == 0) {
                    Piece.row(rows, random.nextInt(3), random, false);
                } else {
                    rows.deferred(new Piece(random.nextInt(3), random.nextLong(), 1 + random.nextInt(12), bad));
                }
            }
            return PollStatus.MORE;
        }

        @Override
        public Position position() {
            return Position.START;
        }

        @Override
        public Position end() {
            return Position.START;
        }

        @Override
        public List<String> partitions() {
            return List.of("p0", "p1", "p2");
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
