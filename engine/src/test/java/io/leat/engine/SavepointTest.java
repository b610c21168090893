package io.leat.engine;

import static io.leat.engine.Answers.fails;
import static io.leat.engine.Answers.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.fake.Ledger;
import io.leat.engine.fake.LedgerConnector;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import io.leat.executor.storage.FaultyStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Savepoints, exports and copies of a database that runs. */
class SavepointTest {
    @TempDir
    Path directory;

    private Path database() {
        return directory.resolve("db");
    }

    private Leat.Builder options() {
        return Leat.builder().directory(database()).workingDirectory(directory).shards(2);
    }

    private static void define(Leat leat) {
        leat.execute("CREATE TABLE t (k STRING, v BIGINT)");
        leat.execute("CREATE MATERIALIZED VIEW sums AS SELECT k, SUM(v) AS total, COUNT(*) AS n FROM t GROUP BY k");
        leat.execute("INSERT INTO t VALUES ('a', 1), ('b', 2)");
    }

    private static List<List<Object>> sums(Leat leat) {
        return rows(leat, "SELECT k, total FROM sums ORDER BY k");
    }

    private static final List<List<Object>> THEN = List.of(List.of("a", 1L), List.of("b", 2L));
    private static final List<List<Object>> LATER = List.of(List.of("a", 11L), List.of("b", 2L));

    @Test
    void aDatabaseGoesBackToASavepointAndKeepsWhatItWas() {
        try (Leat leat = options().open()) {
            define(leat);
            leat.execute("CREATE SAVEPOINT Monday");
            leat.execute("INSERT INTO t VALUES ('a', 10)");
            leat.execute("CREATE TABLE later (v INT)");
            assertEquals(LATER, sums(leat));
            List<List<Object>> savepoints = rows(leat, "SHOW SAVEPOINTS");
            assertEquals("Monday", savepoints.get(0).get(0));
            assertTrue((long) savepoints.get(0).get(1) > 0, savepoints::toString);
            assertTrue((long) savepoints.get(0).get(3) > 100, savepoints::toString);
        }
        try (Leat leat = options().fromSavepoint("monday").open()) {
            assertEquals(THEN, sums(leat));
            assertEquals(List.of(List.of("t")), rows(leat, "SHOW TABLES"));
            leat.execute("INSERT INTO t VALUES ('c', 3)");
        }
        try (Leat leat = options().open()) {
            assertEquals(3, sums(leat).size());
            assertEquals(
                    List.of(List.of("before_Monday"), List.of("Monday")),
                    rows(leat, "SHOW SAVEPOINTS").stream()
                            .map(row -> row.subList(0, 1))
                            .toList());
        }
        try (Leat leat = options().fromSavepoint("before_monday").open()) {
            assertEquals(LATER, sums(leat));
        }
        try (Leat leat = options().fromSavepoint("Monday").open()) {
            assertEquals(THEN, sums(leat));
            assertEquals(4, rows(leat, "SHOW SAVEPOINTS").size());
        }
    }

    @Test
    void anExportIsOneMomentWhileOthersWrite() throws InterruptedException {
        try (Leat leat = options().checkpointBytes(20_000).open()) {
            leat.execute("CREATE TABLE moves (account INT, amount BIGINT)");
            leat.execute("CREATE MATERIALIZED VIEW balances AS"
                    + " SELECT account, SUM(amount) AS balance, COUNT(*) AS n FROM moves GROUP BY account");
            AtomicBoolean ending = new AtomicBoolean();
            Thread writer = new Thread(() -> {
                Session session = leat.session();
                for (int i = 0; !ending.get(); i++) {
                    session.execute("INSERT INTO moves VALUES (" + i % 50 + ", " + i + "), (" + (i + 7) % 50 + ", -" + i
                                    + ")")
                            .close();
                }
            });
            writer.start();
            for (int i = 0; i < 5; i++) {
                leat.execute("EXPORT DATABASE TO 'export" + i + "'");
                leat.execute("CREATE SAVEPOINT s" + i);
            }
            ending.set(true);
            writer.join();
        }
        List<Path> copies = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            copies.add(directory.resolve("export" + i));
            copies.add(database().resolve("savepoints/s" + i));
        }
        for (Path copy : copies) {
            try (Leat leat = Leat.open(copy)) {
                String sum = "SELECT SUM(balance) FROM balances WHERE n > 0";
                assertEquals(
                        0L,
                        rows(leat, "SELECT COALESCE(SUM(amount), 0) FROM moves")
                                .get(0)
                                .get(0));
                Object total = rows(leat, sum).get(0).get(0);
                assertTrue(total == null || total.equals(0L), () -> copy + ": " + total);
                assertEquals(
                        rows(
                                leat,
                                "SELECT account, SUM(amount), COUNT(*) FROM moves GROUP BY account ORDER BY account"),
                        rows(leat, "SELECT account, balance, n FROM balances ORDER BY account"));
            }
        }
    }

    @Test
    void anExportCanBeCopiedAndOpenedAndIsANewDatabase() throws IOException {
        Path exported = directory.resolve("deep/er");
        Path copy = directory.resolve("copy");
        try (Leat leat = options().open()) {
            define(leat);
            leat.execute("EXPORT DATABASE TO 'deep/er'");
        }
        Leat.copy(exported, copy);
        for (Path one : List.of(exported, copy)) {
            try (Leat leat = Leat.open(one)) {
                assertEquals(THEN, sums(leat));
                leat.execute("INSERT INTO t VALUES ('a', 10)");
                assertEquals(LATER, sums(leat));
            }
        }
        String first = Files.readString(database().resolve("leat.format"));
        String second = Files.readString(exported.resolve("leat.format"));
        String third = Files.readString(copy.resolve("leat.format"));
        assertFalse(first.equals(second) || second.equals(third));
        LeatException error = fails(ErrorCode.NOT_ALLOWED, () -> Leat.copy(exported, copy));
        assertEquals(copy + " is there already and is not an empty directory", error.getMessage());
        fails(ErrorCode.FILE_NOT_FOUND, () -> Leat.copy(directory.resolve("none"), directory.resolve("other")));
        try (Leat leat = Leat.open(exported)) {
            fails(ErrorCode.DATABASE_IN_USE, () -> Leat.copy(exported, directory.resolve("other")));
            assertEquals(LATER, sums(leat));
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        try (Leat leat = options().open()) {
            define(leat);
            assertEquals(List.of(), rows(leat, "SHOW SAVEPOINTS"));
            leat.execute("CREATE SAVEPOINT s");
            leat.execute("CREATE SAVEPOINT IF NOT EXISTS S");
            LeatException twice = fails(ErrorCode.DUPLICATE_OBJECT, () -> leat.execute("CREATE SAVEPOINT S"));
            assertEquals("there is a savepoint \"S\" already", twice.getMessage());
            LeatException name = fails(ErrorCode.INVALID_DEFINITION, () -> leat.execute("CREATE SAVEPOINT \"../s\""));
            assertEquals("a savepoint cannot be called \"../s\"", name.getMessage());
            LeatException none = fails(ErrorCode.UNKNOWN_OBJECT, () -> leat.execute("DROP SAVEPOINT r"));
            assertEquals("there is no savepoint \"r\"", none.getMessage());
            leat.execute("DROP SAVEPOINT IF EXISTS r");
            LeatException full = fails(ErrorCode.NOT_ALLOWED, () -> leat.execute("EXPORT DATABASE TO 'db'"));
            assertEquals(database() + " is there already and is not an empty directory", full.getMessage());
            fails(ErrorCode.DATABASE_IN_USE, () -> options().fromSavepoint("s").open());
            leat.execute("DROP SAVEPOINT s");
            assertEquals(List.of(), rows(leat, "SHOW SAVEPOINTS"));
            assertFalse(Files.exists(database().resolve("savepoints/s")));
        }
        fails(ErrorCode.UNKNOWN_OBJECT, () -> options().fromSavepoint("s").open());
        fails(
                ErrorCode.FILE_NOT_FOUND,
                () -> Leat.builder()
                        .directory(directory.resolve("none"))
                        .fromSavepoint("s")
                        .open());
        assertFalse(Files.exists(directory.resolve("none")));
        try (Leat leat = Leat.open()) {
            LeatException error = fails(ErrorCode.NOT_ALLOWED, () -> leat.execute("CREATE SAVEPOINT s"));
            assertEquals("a database in memory has no savepoints and cannot be exported", error.getMessage());
        }
        LeatException error = fails(
                ErrorCode.NOT_ALLOWED, () -> Leat.builder().fromSavepoint("s").open());
        assertEquals("a database in memory has no savepoints", error.getMessage());
    }

    @Test
    void aFullDiskLeavesNothingOfASavepoint() {
        FaultyStorage disk = new FaultyStorage();
        try (HandDriven engine = HandDriven.open(Leat.builder(), disk.storage(), Runnable::run)) {
            define(engine.leat());
            engine.leat().execute("CREATE SAVEPOINT whole");
            engine.leat().execute("INSERT INTO t VALUES ('a', 10)");
            int refused = 0;
            for (int room = 0; room < 4_000; room += 97) {
                disk.room(room);
                try {
                    engine.leat().execute("CREATE SAVEPOINT s");
                    disk.room(Long.MAX_VALUE);
                    engine.leat().execute("DROP SAVEPOINT s");
                } catch (LeatException e) {
                    assertEquals(ErrorCode.DISK_FULL, e.code(), e::getMessage);
                    refused++;
                }
                disk.room(Long.MAX_VALUE);
                assertEquals(1, rows(engine.leat(), "SHOW SAVEPOINTS").size());
                assertTrue(disk.paths().stream().noneMatch(path -> path.startsWith("savepoints/s")));
            }
            assertTrue(refused > 5, refused + " times refused");
            assertEquals(LATER, sums(engine.leat()));
        }
    }

    @Test
    void sinksBeginAnewAndTicksGoOnBehindTheLast() {
        FaultyStorage disk = new FaultyStorage();
        Ledger ledger = new Ledger();
        Script script = new Script().row("p", 1).row("p", 2);
        Leat.Builder options = Leat.builder()
                .connector(new ScriptedConnector(Map.of("s", script)))
                .connector(new LedgerConnector(ledger));
        long last;
        try (HandDriven engine = HandDriven.open(options, disk.storage(), Runnable::run)) {
            engine.leat().execute("CREATE TABLE s (v INT) WITH ('connector' = 'scripted', 'script' = 's')");
            engine.leat().execute("CREATE TABLE o (v INT) WITH ('connector' = 'ledger')");
            engine.leat().execute("CREATE JOB j AS INSERT INTO o SELECT v FROM s");
            turn(engine);
            engine.leat().execute("CREATE SAVEPOINT s");
            script.row("p", 3).row("p", 4);
            turn(engine);
            assertEquals(List.of("+[1]", "+[2]", "+[3]", "+[4]"), ledger.events());
            last = engine.tick();
        }
        options.fromSavepoint("s");
        try (HandDriven engine = HandDriven.open(options, disk.storage(), Runnable::run)) {
            assertTrue(engine.tick() >= last, () -> engine.tick() + " after " + last);
            script.row("p", 5);
            turn(engine);
        }
        assertEquals(List.of("+[1]", "+[2]", "+[3]", "+[4]", "+[3]", "+[4]", "+[5]"), ledger.events());
    }

    private static void turn(HandDriven engine) {
        for (int i = 0; i < 5; i++) {
            engine.turn();
        }
    }
}
