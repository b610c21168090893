package io.leat.engine;

import static io.leat.engine.Answers.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.engine.fake.Ledger;
import io.leat.engine.fake.LedgerConnector;
import io.leat.executor.storage.CrashMode;
import io.leat.executor.storage.FaultyStorage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The checkpoint with which a view is replaced under its readers is damaged, when the ones before do not fit any more. */
class DamagedReplacementTest {
    private static final int STEP = 311;
    private static final int ROWS = 120;
    private static final String OLD = "SELECT k, v FROM a WHERE v > 30";
    private static final String NEW = "SELECT k, v + 1 AS v FROM a WHERE v < 90";

    private final Ledger ledger = new Ledger();

    private static HandDriven open(FaultyStorage disk, Ledger outside) {
        Leat.Builder options =
                Leat.builder().connector(new LedgerConnector(outside)).shards(2);
        return HandDriven.open(options, disk.storage(), Runnable::run);
    }

    private static void execute(Leat leat, String sql) {
        leat.execute(sql).close();
    }

    private static void write(Leat leat, int from) {
        execute(
                leat,
                IntStream.range(from, from + ROWS)
                        .mapToObj(i -> "(" + i % 17 + ", " + i + ")")
                        .collect(Collectors.joining(", ", "INSERT INTO a VALUES ", "")));
    }

    /** A view, what reads it, and a checkpoint. */
    private HandDriven defined(FaultyStorage disk) {
        try (HandDriven engine = open(disk, ledger)) {
            Leat leat = engine.leat();
            execute(leat, "CREATE TABLE a (k INT, v INT)");
            execute(leat, "CREATE TABLE out (k INT, s BIGINT) WITH ('connector' = 'ledger')");
            execute(leat, "CREATE MATERIALIZED VIEW v AS " + OLD);
            execute(leat, "CREATE MATERIALIZED VIEW sums AS SELECT k, SUM(v) AS s FROM v GROUP BY k");
            execute(leat, "CREATE JOB j AS INSERT INTO out SELECT k, s FROM sums");
            write(leat, 0);
            engine.turn();
        }
        HandDriven engine = open(disk, ledger);
        write(engine.leat(), 40);
        engine.turn();
        return engine;
    }

    private static void replace(Leat leat) {
        execute(leat, "CREATE OR REPLACE MATERIALIZED VIEW v AS " + NEW);
    }

    private static List<String> checkpointFiles(FaultyStorage disk) {
        return disk.paths().stream()
                .filter(path -> path.startsWith("checkpoints/"))
                .sorted()
                .toList();
    }

    /** Opens it, and checks that views and sink are what the old or the new definition says, now and after another change. */
    private static String check(FaultyStorage disk, Ledger outside, String where) {
        try (HandDriven engine = open(disk, outside)) {
            Leat leat = engine.leat();
            String definition = rows(leat, "SELECT k, v FROM v WHERE v > 90").isEmpty() ? NEW : OLD;
            for (int from : List.of(80, 300)) {
                engine.turn();
                assertEquals(
                        rows(leat, "SELECT k, v FROM (" + definition + ") ORDER BY k, v"),
                        rows(leat, "SELECT k, v FROM v ORDER BY k, v"),
                        where);
                List<List<Object>> sums = rows(leat, "SELECT k, CAST(s AS BIGINT) FROM sums");
                assertEquals(
                        new HashSet<>(rows(leat, "SELECT k, CAST(SUM(v) AS BIGINT) FROM v GROUP BY k")),
                        new HashSet<>(sums),
                        where);
                execute(leat, "FLUSH");
                assertEquals(sums.stream().collect(Collectors.toMap(row -> row, row -> 1L)), outside.content(), where);
                write(leat, from);
            }
            return definition;
        }
    }

    @Test
    void noDamagedByteOfItKeepsTheDatabaseFromBeingOpened() {
        FaultyStorage disk = new FaultyStorage();
        HandDriven engine = defined(disk);
        Set<String> before = new HashSet<>(checkpointFiles(disk));
        replace(engine.leat());
        List<String> files = checkpointFiles(disk).stream()
                .filter(path -> !before.contains(path))
                .toList();
        assertEquals(4, files.size(), () -> "two checkpoints with pages of their own, and not " + files);
        FaultyStorage left = disk.afterCrash(CrashMode.CLEAN, 1);
        for (String path : files) {
            for (int offset = 0; offset < left.size(path); offset += STEP) {
                String where = path + " at " + offset;
                assertEquals(NEW, check(left.flipped(path, offset), ledger.copy(), where), where);
            }
        }
    }

    @Test
    void aCrashAtAnyMomentOfTheSwitchAndADamagedCheckpointLoseNothing() {
        FaultyStorage disk = new FaultyStorage();
        HandDriven engine = defined(disk);
        Set<String> before = new HashSet<>(checkpointFiles(disk));
        List<Left> left = new ArrayList<>();
        disk.beforeEachStep(() -> left.add(new Left(disk.afterCrash(CrashMode.CLEAN, 1), ledger.copy())));
        replace(engine.leat());
        write(engine.leat(), 80);
        engine.turn();
        disk.beforeEachStep(() -> {});
        Set<String> definitions = new HashSet<>();
        for (int step = 0; step < left.size(); step++) {
            for (String path : checkpointFiles(left.get(step).disk)) {
                int size = left.get(step).disk.size(path);
                if (before.contains(path) || size == 0) {
                    continue;
                }
                FaultyStorage damaged = left.get(step).disk.flipped(path, size / 2);
                String where = path + " before step " + step;
                definitions.add(check(damaged, left.get(step).outside.copy(), where));
            }
        }
        assertEquals(Set.of(OLD, NEW), definitions);
    }

    /** What a crash leaves, inside and outside. */
    private record Left(FaultyStorage disk, Ledger outside) {}
}
