package io.leat.tests.benchmark;

import io.leat.engine.Leat;
import io.leat.engine.Prepared;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Sessions that insert single rows, in a JVM of their own, and beside them what the disk can do: 100 bytes written and synced.
 *
 * <p>Arguments: directory, number of sessions, seconds.
 */
public final class JournalRun {
    private static final int RECORD_BYTES = 100;

    private final Leat leat;
    private final int sessions;
    private final long nanos;

    private JournalRun(Leat leat, int sessions, int seconds) {
        this.leat = leat;
        this.sessions = sessions;
        this.nanos = TimeUnit.SECONDS.toNanos(seconds);
    }

    /** Measures and prints the figures. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path directory = Path.of(arguments[0]);
        int seconds = Integer.parseInt(arguments[2]);
        try (Leat leat = Leat.open(directory.resolve("database"))) {
            leat.execute("CREATE TABLE t (k BIGINT, v STRING); "
                    + "CREATE MATERIALIZED VIEW sums AS SELECT k, COUNT(*) AS inserted FROM t GROUP BY k");
            JournalRun run = new JournalRun(leat, Integer.parseInt(arguments[1]), seconds);
            run.inserts();
            long syncs = leat.durability().syncs();
            long begin = System.nanoTime();
            long[] latencies = run.inserts();
            double took = (System.nanoTime() - begin) / 1e9;
            double perSecond = (leat.durability().syncs() - syncs) / took;
            double bare = run.bareSyncs(directory.resolve("bare")) / (double) seconds;
            System.out.println(figures(latencies, took, perSecond, bare).line());
        }
        System.exit(0);
    }

    private long[] inserts() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(sessions);
        try {
            long end = System.nanoTime() + nanos;
            List<Callable<List<Long>>> all = new ArrayList<>();
            for (int session = 0; session < sessions; session++) {
                long key = session;
                all.add(() -> insertUntil(end, key));
            }
            List<Long> latencies = new ArrayList<>();
            for (Future<List<Long>> some : threads.invokeAll(all)) {
                latencies.addAll(some.get());
            }
            return latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        } finally {
            threads.shutdown();
        }
    }

    private List<Long> insertUntil(long end, long key) {
        Prepared insert = leat.session().prepare("INSERT INTO t VALUES (?, 'some text of a row')");
        List<Long> latencies = new ArrayList<>();
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            insert.execute(key);
            latencies.add(System.nanoTime() - now);
        }
        return latencies;
    }

    private long bareSyncs(Path file) throws IOException {
        long syncs = 0;
        ByteBuffer record = ByteBuffer.allocate(RECORD_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long end = System.nanoTime() + nanos; System.nanoTime() < end; syncs++) {
                channel.write(record.clear());
                channel.force(false);
            }
        }
        return syncs;
    }

    private static Figures figures(long[] latencies, double seconds, double syncs, double bare) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("inserts_per_second", latencies.length / seconds);
        values.put("syncs_per_second", syncs);
        values.put("bare_syncs_per_second", bare);
        values.put("median_ms", latencies[latencies.length / 2] / 1e6);
        values.put("p99_ms", latencies[(int) (latencies.length * 0.99)] / 1e6);
        return new Figures(values);
    }
}
