package io.leat.tests.crash;

import io.leat.engine.Leat;
import io.leat.engine.Result;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Inserts numbers into a database directory from several sessions until it is killed, each number once and one after the
 * other, and prints each as soon as the statement has returned. Goes on after what it finds.
 */
final class WritingProcess {
    /** How many sessions write. */
    static final int WRITERS = 4;

    private static final int CHECKPOINT_BYTES = 20_000;

    private WritingProcess() {}

    /** Writes into the directory that is given. */
    public static void main(String[] arguments) throws InterruptedException {
        try (Leat leat = open(Path.of(arguments[0]))) {
            leat.execute("CREATE TABLE IF NOT EXISTS written (writer INT, n INT)");
            leat.execute("CREATE TABLE IF NOT EXISTS latest (writer INT PRIMARY KEY NOT ENFORCED, n INT)");
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.add(new Thread(() -> write(leat, writer, System.out)));
            }
            writers.forEach(Thread::start);
            for (Thread writer : writers) {
                writer.join();
            }
        }
    }

    static Leat open(Path directory) {
        return Leat.builder()
                .directory(directory)
                .checkpointBytes(CHECKPOINT_BYTES)
                .open();
    }

    private static void write(Leat leat, int writer, PrintStream told) {
        for (long n = last(leat, writer); ; n++) {
            leat.query("INSERT INTO latest VALUES (?, ?)", writer, n).close();
            leat.query("INSERT INTO written VALUES (?, ?)", writer, n + 1).close();
            told.println(writer + " " + (n + 1));
        }
    }

    private static long last(Leat leat, int writer) {
        try (Result result = leat.query("SELECT COALESCE(MAX(n), 0) FROM written WHERE writer = ?", writer)) {
            return result.rows().get(0).getLong(0);
        }
    }
}
