package io.leat.engine;

import static io.leat.engine.Answers.threads;
import static io.leat.engine.Answers.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads do everything at once: no deadlock, no wrong total, no error that is not a plain answer. */
@Timeout(60)
class ConcurrencyTest {
    private static final int ROUNDS = 40;
    private static final Set<ErrorCode> PLAIN =
            EnumSet.of(ErrorCode.UNKNOWN_TABLE, ErrorCode.UNKNOWN_OBJECT, ErrorCode.DUPLICATE_OBJECT);

    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @Test
    void everythingAtOnce() throws InterruptedException {
        try (Leat leat = Leat.open()) {
            leat.execute("CREATE TABLE moves (account INT, amount INT)");
            leat.execute("CREATE MATERIALIZED VIEW total AS SELECT SUM(amount) AS total FROM moves");
            List<Thread> all = new ArrayList<>();
            AtomicLong odd = new AtomicLong();
            for (int i = 0; i < 3; i++) {
                int thread = i;
                all.add(thread(() -> move(leat, thread), ROUNDS));
            }
            all.add(thread(() -> check(leat, "SELECT total FROM total", odd), ROUNDS));
            all.add(thread(() -> check(leat, "SELECT SUM(amount) FROM moves", odd), ROUNDS));
            all.add(thread(() -> follow(leat, odd), ROUNDS));
            all.add(thread(() -> createAndDrop(leat), ROUNDS));
            all.add(thread(() -> createAndDrop(leat), ROUNDS));
            for (Thread thread : all) {
                thread.join();
            }
            assertEquals(List.of(), List.copyOf(failures));
            assertEquals(0, odd.get());
            assertEquals(3L * ROUNDS * 2, value(leat, "SELECT COUNT(*) FROM moves"));
            assertEquals(0, value(leat, "SELECT total FROM total"));
        }
    }

    @Test
    void closingInTheMiddleOfIt() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            List<String> before = threads();
            Leat leat = Leat.open();
            leat.execute("CREATE TABLE moves (account INT, amount INT)");
            leat.execute("CREATE MATERIALIZED VIEW total AS SELECT SUM(amount) AS total FROM moves");
            AtomicLong odd = new AtomicLong();
            AtomicBoolean closed = new AtomicBoolean();
            List<Thread> all = List.of(
                    thread(() -> until(closed, () -> move(leat, 0)), 1),
                    thread(() -> until(closed, () -> check(leat, "SELECT total FROM total", odd)), 1),
                    thread(() -> until(closed, () -> follow(leat, odd)), 1),
                    thread(() -> until(closed, () -> createAndDrop(leat)), 1));
            Answers.eventually(() -> (Long) value(leat, "SELECT COUNT(*) FROM moves") > 20);
            leat.close();
            closed.set(true);
            for (Thread thread : all) {
                thread.join();
            }
            assertEquals(List.of(), List.copyOf(failures));
            assertEquals(0, odd.get());
            assertEquals(before, threads());
        }
    }

    @Test
    void aSlowReaderHoldsBackSourcesAndNobodyElse() throws Exception {
        Script script = new Script();
        for (int i = 0; i < 1_000; i++) {
            script.row("p0", i);
        }
        script.rowsPerPoll(10);
        CountDownLatch go = new CountDownLatch(1);
        try (Leat leat = Leat.builder()
                        .connector(new ScriptedConnector(Map.of("s", script)))
                        .open();
                AutoCloseable release = go::countDown) {
            assertNotNull(release);
            leat.execute("CREATE TABLE s (v INT) WITH ('connector'='scripted', 'script'='s')");
            leat.execute("CREATE TABLE t (v INT)");
            leat.execute("CREATE MATERIALIZED VIEW m AS SELECT v FROM t");
            CountDownLatch reading = new CountDownLatch(1);
            Session slow = leat.session();
            slow.setSubscriptionRows(20);
            AtomicLong seen = new AtomicLong();
            slow.subscribe("SELECT v FROM s", changes -> {
                reading.countDown();
                await(go);
                seen.addAndGet(changes.changes().size());
            });
            reading.await();
            // Ten are with the listener, and twenty wait for it.
            Answers.eventually(() -> position(leat) == 30);
            leat.execute("INSERT INTO t VALUES (1), (2)");
            assertEquals(2L, value(leat, "SELECT COUNT(*) FROM m"));
            assertEquals(30, position(leat));
            assertEquals(1_000L, value(leat, "SELECT COUNT(*) FROM s"));
            assertEquals(1_000, position(leat));
            go.countDown();
            Answers.eventually(() -> seen.get() == 1_000);
        }
    }

    private static long position(Leat leat) {
        return (Long) value(leat, "SELECT position FROM leat.sources WHERE name = 's'");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Two rows that add up to nothing, in one statement: nobody may ever see one without the other. */
    private static void move(Leat leat, int account) {
        leat.query("INSERT INTO moves VALUES (?, 7), (?, -7)", account, account + 1)
                .close();
    }

    private static void check(Leat leat, String query, AtomicLong odd) {
        Object total = value(leat, query);
        if (total != null && !total.equals(0)) {
            odd.incrementAndGet();
        }
    }

    private static void follow(Leat leat, AtomicLong odd) {
        Subscription subscription = leat.subscribe("total", changes -> {
            for (Change change : changes.changes()) {
                Object total = change.row().get("total");
                if (total != null && !total.equals(0)) {
                    odd.incrementAndGet();
                }
            }
        });
        subscription.close();
    }

    private static void createAndDrop(Leat leat) {
        leat.execute("CREATE MATERIALIZED VIEW v AS SELECT account, SUM(amount) AS s FROM moves GROUP BY account");
        value(leat, "SELECT COUNT(*) FROM v");
        leat.execute("DROP MATERIALIZED VIEW v");
    }

    private static void until(AtomicBoolean closed, Runnable work) {
        while (!closed.get()) {
            try {
                work.run();
            } catch (LeatException e) {
                if (e.code() != ErrorCode.CLOSED && !PLAIN.contains(e.code())) {
                    throw e;
                }
            }
        }
    }

    private Thread thread(Runnable work, int times) {
        Thread thread = new Thread(() -> {
            for (int i = 0; i < times; i++) {
                try {
                    work.run();
                } catch (LeatException e) {
                    if (!PLAIN.contains(e.code())) {
                        failures.add(e);
                    }
                } catch (RuntimeException | Error e) {
                    failures.add(e);
                }
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void awaitingCompletionOfNothingReturnsAtOnce() {
        try (Leat leat = Leat.open()) {
            assertTrue(leat.awaitCompletion(Duration.ofSeconds(5)));
        }
    }
}
