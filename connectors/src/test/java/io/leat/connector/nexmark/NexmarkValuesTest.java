package io.leat.connector.nexmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.DeferredRows;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.limit.Limits;
import io.leat.core.time.ManualClock;
import io.leat.core.type.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values are those of the data set that results are compared on. */
class NexmarkValuesTest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    /** Keeps chunks; pieces are decoded when the test says. */
    private static final class Chunks implements RowCollector {
        private final List<DeferredRows> pieces = new ArrayList<>();
        private final List<Chunk> chunks = new ArrayList<>();

        @Override
        public void deferred(DeferredRows piece) {
            pieces.add(piece);
        }

        @Override
        public void chunk(int partition, Chunk stored) {
            chunks.add(stored);
        }

        @Override
        public ColumnBuilder column(int storedColumn) {
            throw new AssertionError("a row instead of a chunk");
        }

        @Override
        public void endRow(int partition, long weight) {
            throw new AssertionError("a row instead of a chunk");
        }

        @Override
        public void discardRow() {
            throw new AssertionError("a row instead of a chunk");
        }

        @Override
        public void badRecord(BadRecord bad) {
            throw new AssertionError(bad.reason());
        }
    }

    private static Source open(TableDefinition definition) {
        SourceContext context = new SourceContext(new ManualClock(0), Limits.DEFAULT, Path.of("."));
        return new NexmarkConnector().openSource(definition, SourceRange.ALL, context);
    }

    private static List<DeferredRows> pieces(Source source) {
        Chunks rows = new Chunks();
        PollStatus status = PollStatus.MORE;
        while (status == PollStatus.MORE) {
            status = source.poll(rows, 7_777);
        }
        assertEquals(PollStatus.FINISHED, status);
        return rows.pieces;
    }

    private static List<Chunk> decoded(List<DeferredRows> pieces) {
        Chunks rows = new Chunks();
        pieces.forEach(piece -> {
            int before = rows.chunks.size();
            piece.decode(rows);
            assertEquals(piece.records(), rows.chunks.get(before).size());
        });
        return rows.chunks;
    }

    private static String json(List<Field> fields, Chunk chunk, int row) {
        StringJoiner line = new StringJoiner(",", "{", "}\n");
        for (int i = 0; i < fields.size(); i++) {
            Object value = JavaValues.get(fields.get(i).type(), chunk.column(i), row);
            String text = value instanceof TemporalAccessor time ? TIME.format(time) : value.toString();
            line.add('"' + fields.get(i).name() + "\":" + (value instanceof Long ? text : '"' + text + '"'));
        }
        return line.toString();
    }

    private static String hashOfJson(NexmarkTable table, List<Chunk> chunks) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Chunk chunk : chunks) {
            for (int row = 0; row < chunk.size(); row++) {
                digest.update(json(table.fields(), chunk, row).getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @ParameterizedTest
    @CsvSource({
        "PERSON, 100000, 1, 10000, 7eb6c7129abec8b525e95490c41c4bb4e160f491b1c62980f76c74fa6064cf7d",
        "AUCTION, 100000, 1, 10000, ad3c4633af8cb0bfbfa17da2e6b20f6d249136cf7de4fec923bf5ecf1f7171f5",
        "BID, 100000, 1, 10000, a60432f44f9af826ae6b0ecc1de08a519a5eda4277b8f698db60eec0cf860448",
        "PERSON, 100000, 42, 10000, e627c88431743d21ace4204642795336a55908ea2f2df56a0dc49ca6793faf3c",
        "AUCTION, 100000, 42, 10000, 582c183ba0086f9421f8b313382cb9bf9c8fbfef2879e2847595114f24f892f9",
        "BID, 100000, 42, 10000, 1e72d9328c2c8f3fe78192f16c55e10911159c73f92da1d21edced6fcd7e0875",
        "PERSON, 5000, 7, 333, 176a9945a3b16a5ff58e6c8c2e8fea628de31a1cfb8d6cefedb3e0772cf27883",
        "AUCTION, 5000, 7, 333, 838cba95864b31c5d01258964d07918b2796418e737ef68bb4f91f55f26a67a8",
        "BID, 5000, 7, 333, e091c78307b0521431bc7b153b91a36493e30dc6e5de9c5ba31b0e87c58617ca"
    })
    void theRowsAreThoseOfTheDataSet(NexmarkTable table, String events, String seed, String rate, String sha256)
            throws NoSuchAlgorithmException {
        Map<String, String> options = Map.of("events", events, "seed", seed, "event-time.rate", rate);
        try (Source source = open(NexmarkTables.of(table, options))) {
            assertEquals(sha256, hashOfJson(table, decoded(pieces(source))));
        }
    }

    @Test
    void piecesMayBeDecodedInAnyOrder() throws NoSuchAlgorithmException {
        TableDefinition definition = NexmarkTables.of(NexmarkTable.BID, Map.of("events", "30000"));
        List<Chunk> forward;
        List<Chunk> backward;
        try (Source source = open(definition)) {
            forward = decoded(pieces(source));
        }
        try (Source source = open(definition)) {
            List<DeferredRows> pieces = new ArrayList<>(pieces(source));
            Collections.reverse(pieces);
            backward = new ArrayList<>(decoded(pieces));
            Collections.reverse(backward);
        }
        assertTrue(forward.size() > 4);
        assertTrue(forward.stream().allMatch(chunk -> chunk.size() <= Limits.DEFAULT.chunkRows() + NexmarkTable.ROUND));
        assertEquals(hashOfJson(NexmarkTable.BID, forward), hashOfJson(NexmarkTable.BID, backward));
    }

    /** One column alone, in another order or beside columns that nobody reads, has the values that it has among all. */
    @ParameterizedTest
    @CsvSource({"PERSON", "AUCTION", "BID"})
    void aColumnIsTheSameWhateverElseIsRead(NexmarkTable table) {
        Map<String, String> options = Map.of("events", "2000");
        List<Chunk> all = decoded(pieces(open(NexmarkTables.of(table, options))));
        for (int i = 0; i < table.fields().size(); i++) {
            Source source = open(NexmarkTables.of(table, options));
            source.project(List.of(i));
            List<Chunk> one = decoded(pieces(source));
            assertEquals(values(table, all, i), values(table, one, i));
            int other = (i + 1) % table.fields().size();
            assertTrue(one.get(0).column(other).isNull(0));
        }
    }

    private static List<Object> values(NexmarkTable table, List<Chunk> chunks, int column) {
        List<Object> values = new ArrayList<>();
        for (Chunk chunk : chunks) {
            for (int row = 0; row < chunk.size(); row++) {
                values.add(JavaValues.get(table.fields().get(column).type(), chunk.column(column), row));
            }
        }
        return values;
    }
}
