package io.leat.connector.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.connector.contract.Tables;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A crash before every single thing that a sink does to the disk, of every kind, and another one soon after: what is there
 * when the sink is opened again are exactly the rows up to its last tick, and in the end every row is there once.
 */
class FileSinkCrashTest {
    private static final Path BASE = Path.of("/data").toAbsolutePath();
    private static final int TICKS = 9;
    private static final int ROWS_A_TICK = 3;
    private static final int TICKS_A_FLUSH = 2;
    private static final int SEEDS = 2;
    private static final String FOREIGN = "{\"id\":-1}\n";

    private TableDefinition table;
    private Path single;
    private long flushBegun;
    private long flushEnded;

    private void table(String path, String format, boolean partitioned, String size) {
        List<ColumnDefinition> columns = List.of(
                ColumnDefinition.physical("id", DataType.INTEGER),
                partitioned
                        ? ColumnDefinition.metadata("p", DataType.INTEGER, ColumnDefinition.PARTITION + "p", false)
                        : ColumnDefinition.physical("p", DataType.INTEGER));
        Map<String, String> options = new TreeMap<>(Map.of("connector", "filesystem", "path", path, "format", format));
        options.put("sink.rolling-policy.file-size", size);
        if (format.equals("csv")) {
            options.put("csv.header", "true");
        }
        table = Tables.of(columns, options);
        single = path.contains(".") ? BASE.resolve(path) : null;
    }

    @ParameterizedTest
    @CsvSource({
        "out, json, false, 128MB",
        "out, csv, false, 20",
        "out, json, true, 128MB",
        "out, csv, true, 10",
        "out.json, json, false, 1MB",
        "out.csv, csv, false, 1MB"
    })
    void everyRowIsThereOnceWhateverStepTheProcessDiesIn(String path, String format, boolean partitioned, String size) {
        table(path, format, partitioned, size);
        MemoryFiles whole = disk(0);
        run(whole);
        assertRows(whole, TICKS);
        int crashes = 0;
        for (MemoryFiles.Mode mode : MemoryFiles.Mode.values()) {
            for (int step = 0; step < whole.steps(); step++) {
                boolean chance = mode == MemoryFiles.Mode.TORN || mode == MemoryFiles.Mode.REORDERED;
                for (int seed = 0; seed < (chance ? SEEDS : 1); seed++) {
                    crashTwice(step, mode, seed);
                    crashes++;
                }
            }
        }
        assertTrue(crashes > 300, crashes + " crashes");
    }

    private MemoryFiles disk(int seed) {
        MemoryFiles files = new MemoryFiles(new Random(seed));
        files.put(BASE.resolve("out/other.json"), FOREIGN);
        files.put(BASE.resolve("out/part-0000000000000000004-1-of-2.json"), FOREIGN);
        if (table.option("path").orElseThrow().equals("out.json")) {
            files.put(BASE.resolve("out.json"), FOREIGN.trim());
        }
        return files;
    }

    private void crashTwice(int step, MemoryFiles.Mode mode, int seed) {
        flushBegun = 0;
        flushEnded = 0;
        MemoryFiles files = disk(seed);
        files.crashAt(step, mode);
        files = runUntilCrash(files);
        files.crashAt(new Random(step).nextInt(30), mode);
        files = runUntilCrash(files);
        run(files);
        assertRows(files, TICKS);
    }

    private MemoryFiles runUntilCrash(MemoryFiles files) {
        try {
            run(files);
            files.crashAt(Integer.MAX_VALUE, MemoryFiles.Mode.CLEAN);
            return files;
        } catch (MemoryFiles.Crash crash) {
            return files.afterCrash();
        }
    }

    /** What an engine does: goes on after the last tick that the sink has. */
    private void run(MemoryFiles files) {
        FileSink sink = FileSink.of(FileTable.of(table), BASE, files, Optional.of("base/job"));
        long last = sink.lastTick().orElse(0);
        assertTrue(last >= flushEnded && last <= flushBegun, flushEnded + " <= " + last + " <= " + flushBegun);
        assertRows(files, last);
        for (long tick = last + 1; tick <= TICKS; tick++) {
            sink.write(tick, rows(tick));
            if (tick % TICKS_A_FLUSH == 0 || tick == TICKS) {
                flushBegun = tick;
                sink.flush(tick);
                flushEnded = tick;
            }
        }
        sink.close();
    }

    private static ZSet rows(long tick) {
        ChunkBuilder builder = new ChunkBuilder(List.of(DataType.INTEGER, DataType.INTEGER), ROWS_A_TICK);
        for (int i = 0; i < ROWS_A_TICK; i++) {
            builder.column(0).appendLong(tick * ROWS_A_TICK + i);
            builder.column(1).appendLong(i % 2);
            builder.endRow(1);
        }
        return ZSet.of(builder.build());
    }

    private void assertRows(MemoryFiles files, long lastTick) {
        List<Integer> found = new ArrayList<>();
        files.texts().forEach((path, text) -> {
            if (isOurs(path)) {
                text.lines().filter(line -> line.matches(".*\\d.*")).forEach(line -> found.add(id(line)));
            }
        });
        found.removeIf(id -> id < 0);
        int from = ROWS_A_TICK;
        assertEquals(
                IntStream.range(from, from + (int) lastTick * ROWS_A_TICK)
                        .boxed()
                        .toList(),
                found.stream().sorted().toList());
        Map<Path, String> texts = files.texts();
        assertEquals(FOREIGN, texts.get(BASE.resolve("out/other.json")));
        assertEquals(FOREIGN, texts.get(BASE.resolve("out/part-0000000000000000004-1-of-2.json")));
    }

    private boolean isOurs(Path path) {
        boolean hidden = path.toString().contains("/.");
        return !hidden && (single == null ? path.startsWith(BASE.resolve("out")) : path.equals(single));
    }

    private static int id(String line) {
        return Integer.parseInt(line.replaceFirst("^\\D*?(-?\\d+).*$", "$1"));
    }
}
