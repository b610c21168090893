package io.leat.engine.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.engine.progress.OpeningWatch;
import io.leat.executor.shard.Shards;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import io.leat.executor.storage.FaultyStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is kept on disk, by itself: damage anywhere, the choice between checkpoints, and what is written again. */
class DurableStateTest {
    private static final List<DataType> TYPES = List.of(DataType.of(TypeKind.BIGINT));

    /** A table that counts on its rows coming in order. */
    private static final class Numbers implements StoredTable {
        private final String name;
        private List<Long> values = new ArrayList<>();
        private long watermark = Long.MIN_VALUE;

        Numbers(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<DataType> types() {
            return TYPES;
        }

        @Override
        public void redo(ZSet rows, long time) {
            for (Chunk chunk : rows.chunks()) {
                for (int row = 0; row < chunk.size(); row++) {
                    values.add(((LongColumn) chunk.column(0)).values()[row]);
                }
            }
            watermark = time;
        }

        @Override
        public void archive(StateArchive archive) {
            watermark = archive.number(watermark);
            long[] numbers = values.stream().mapToLong(value -> value).toArray();
            values = LongStream.of(archive.longs(numbers)).boxed().collect(Collectors.toCollection(ArrayList::new));
        }

        void add(RowLog log, long value) {
            log.append(value, value, numbers(List.of(value)), value * 10);
            redo(numbers(List.of(value)), value * 10);
        }
    }

    /** What an engine does with it. */
    private static final class Engine implements AutoCloseable, Recovered.Replay {
        private final DurableState state;
        private final Map<String, Archivable> parts = new LinkedHashMap<>();

        Engine(FaultyStorage disk) {
            state = new DurableState(
                    DatabaseFiles.of(disk.storage()),
                    new CheckpointPolicy(1L << 40, Duration.ofDays(1), 2),
                    BackgroundWork.by(Runnable::run),
                    Clock.system(),
                    PageTrust.lookingFirst());
        }

        RowLog open(Numbers table) {
            RowLog log = state.open(table);
            parts.put("rows " + log.identity(), table);
            return log;
        }

        /** All tables were opened. */
        void restore() {
            Recovered recovered = state.recovered().orElseThrow();
            recovered.restore(parts, Shards.ONE);
            recovered.replay(this, OpeningWatch.ofNobody(Clock.system()));
        }

        void checkpoint(long tick) {
            state.checkpoint(tick, 1, parts);
            state.awaitCheckpoint();
        }

        long lastTick() {
            return state.recovered().orElseThrow().lastTick();
        }

        @Override
        public void change(StoredTable table, ChangeRecord change, ZSet rows) {
            assertEquals(change.tick(), change.clockMillis());
            table.redo(rows, change.watermark());
        }

        @Override
        public void tick(TickRecord record) {
            throw new AssertionError("no tick was noted");
        }

        @Override
        public void began(PipelineRecord record) {
            throw new AssertionError("no view was noted");
        }

        @Override
        public void close() {
            state.close();
        }
    }

    private static ZSet numbers(List<Long> values) {
        ChunkBuilder builder = new ChunkBuilder(TYPES, 4);
        values.forEach(value -> {
            builder.column(0).appendLong(value);
            builder.endRow(1);
        });
        return ZSet.of(builder.build());
    }

    private static Engine open(FaultyStorage disk) {
        return new Engine(disk);
    }

    /** A table with 30 rows and another with one, two checkpoints, and a journal behind them. */
    private static FaultyStorage written() {
        FaultyStorage disk = new FaultyStorage();
        try (Engine rows = open(disk)) {
            Numbers table = new Numbers("t");
            RowLog log = rows.open(table);
            Numbers other = new Numbers("Other");
            other.add(rows.open(other), 1);
            rows.restore();
            for (long i = 1; i <= 30; i++) {
                table.add(log, i);
                rows.state.sync();
                if (i % 10 == 0 && i < 30) {
                    rows.checkpoint(i);
                }
            }
        }
        return disk;
    }

    private static void check(FaultyStorage disk, String where) {
        try (Engine rows = open(disk)) {
            Numbers table = new Numbers("T");
            rows.open(table);
            Numbers other = new Numbers("other");
            rows.open(other);
            rows.restore();
            assertEquals(LongStream.rangeClosed(1, 30).boxed().toList(), table.values, where);
            assertEquals(300, table.watermark, where);
            assertEquals(List.of(1L), other.values, where);
            assertEquals(30, rows.lastTick(), where);
        }
    }

    @Test
    void rowsComeBackInOrder() {
        check(written(), "as written");
    }

    @Test
    void everyDamagedByteIsNoticedOrDoesNotMatter() {
        FaultyStorage disk = written();
        int refused = 0;
        int opened = 0;
        for (String path : disk.paths()) {
            for (int offset = 0; offset < disk.size(path); offset++) {
                String where = path + " at " + offset;
                try {
                    check(disk.flipped(path, offset), where);
                    opened++;
                } catch (LeatException e) {
                    refused++;
                    boolean foreign = path.equals("leat.format") && e.code() == ErrorCode.FOREIGN_FORMAT;
                    assertTrue(foreign || e.code() == ErrorCode.DATA_CORRUPTED, () -> where + " " + e.getMessage());
                }
            }
        }
        assertTrue(refused > 500 && opened > 100, refused + " refused, " + opened + " opened");
    }

    @Test
    void aDamagedCheckpointGivesWayToTheOneBefore() {
        FaultyStorage disk = written();
        List<String> checkpoints = disk.paths().stream()
                .filter(path -> path.endsWith(".checkpoint"))
                .toList();
        assertEquals(2, checkpoints.size());
        FaultyStorage damaged = disk.flipped(checkpoints.get(1), 50);
        check(damaged, "from the first checkpoint");
        FaultyStorage both = damaged.flipped(checkpoints.get(0), 50);
        LeatException error = assertThrows(LeatException.class, () -> open(both));
        assertEquals(ErrorCode.DATA_CORRUPTED, error.code());
    }

    @Test
    void whatHasNotChangedIsNotWrittenAgain() {
        FaultyStorage disk = new FaultyStorage();
        try (Engine rows = open(disk)) {
            Numbers large = new Numbers("large");
            RowLog log = rows.open(large);
            for (long i = 0; i < 10_000; i++) {
                large.add(log, i);
            }
            Numbers small = new Numbers("small");
            RowLog changes = rows.open(small);
            rows.restore();
            small.add(changes, 1);
            rows.checkpoint(1);
            small.add(changes, 2);
            rows.checkpoint(2);
            rows.checkpoint(3);
        }
        assertTrue(disk.size("checkpoints/00000000000000000001.pages") > 80_000);
        assertEquals(
                3,
                disk.paths().stream()
                        .filter(path -> path.startsWith("checkpoints/"))
                        .count());
        try (Engine rows = open(disk)) {
            Numbers large = new Numbers("large");
            rows.open(large);
            rows.restore();
            assertEquals(10_000, large.values.size());
        }
    }

    @Test
    void aFullDiskPutsACheckpointOff() {
        FaultyStorage disk = written();
        try (Engine rows = open(disk)) {
            Numbers table = new Numbers("t");
            rows.open(table);
            rows.open(new Numbers("other"));
            rows.restore();
            List<String> before = disk.paths();
            for (int room = 0; room < 200; room += 10) {
                disk.room(room);
                rows.checkpoint(40);
                assertEquals(before, disk.paths());
            }
            disk.room(Long.MAX_VALUE);
            rows.checkpoint(40);
        }
        assertTrue(disk.storage().directory("checkpoints").exists("00000000000000000003.checkpoint"));
    }

    @Test
    void asManyCheckpointsAreKeptAsWanted() {
        FaultyStorage disk = new FaultyStorage();
        try (Engine rows = open(disk)) {
            Numbers table = new Numbers("t");
            RowLog log = rows.open(table);
            rows.restore();
            rows.state.setPolicy(CheckpointPolicy.DEFAULT.withKept(3));
            for (long tick = 1; tick <= 5; tick++) {
                table.add(log, tick);
                rows.checkpoint(tick);
            }
            assertEquals(List.of(3L, 4L, 5L), checkpoints(disk));
            rows.state.setPolicy(CheckpointPolicy.DEFAULT);
            table.add(log, 6);
            rows.checkpoint(6);
            assertEquals(List.of(5L, 6L), checkpoints(disk));
        }
    }

    private static List<Long> checkpoints(FaultyStorage disk) {
        return disk.paths().stream()
                .filter(path -> path.endsWith(".checkpoint"))
                .map(path -> Long.parseLong(path.replaceAll("\\D", "")))
                .sorted()
                .toList();
    }
}
