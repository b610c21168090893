package io.leat.executor.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class ShardsTest {
    private static final int MANY = 20_000;

    @Test
    void everyShardDoesItsWorkOnceARound() {
        AtomicIntegerArray rounds = new AtomicIntegerArray(4);
        try (Shards shards = new Shards(4, 1, "test")) {
            for (int i = 1; i <= MANY; i++) {
                shards.forEach(1, rounds::incrementAndGet);
                for (int shard = 0; shard < 4; shard++) {
                    assertEquals(i, rounds.get(shard));
                }
            }
        }
    }

    @Test
    void everyTaskIsDoneOnce() {
        AtomicIntegerArray done = new AtomicIntegerArray(100);
        try (Shards shards = new Shards(3, 1, "test")) {
            for (int i = 1; i <= 500; i++) {
                shards.forTasks(100, 100, done::incrementAndGet);
                for (int task = 0; task < 100; task++) {
                    assertEquals(i, done.get(task));
                }
            }
        }
    }

    @Test
    void fewRowsAreDoneByTheCallerAndStartNoThread() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Shards shards = new Shards(4, 100, "few")) {
            shards.forEach(99, shard -> threads.add(Thread.currentThread()));
            shards.forTasks(7, 99, task -> threads.add(Thread.currentThread()));
            assertEquals(Set.of(Thread.currentThread()), threads);
            assertFalse(isRunning("few-1"));
            CountDownLatch all = new CountDownLatch(4);
            shards.forEach(100, shard -> {
                threads.add(Thread.currentThread());
                all.countDown();
                await(all);
            });
            assertEquals(4, threads.size());
            assertTrue(isRunning("few-1"));
        }
        assertFalse(isRunning("few-1"));
        assertFalse(isRunning("few-3"));
    }

    private static boolean isRunning(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(name));
    }

    @Test
    void theFirstShardThatFailsIsTold() {
        try (Shards shards = new Shards(4, 1, "test")) {
            for (int i = 0; i < 1_000; i++) {
                RuntimeException told = assertThrows(
                        IllegalStateException.class,
                        () -> shards.forEach(1, shard -> {
                            if (shard >= 2) {
                                throw new IllegalStateException("shard " + shard);
                            }
                        }));
                assertEquals("shard 2", told.getMessage());
            }
            AtomicIntegerArray after = new AtomicIntegerArray(4);
            shards.forEach(1, after::incrementAndGet);
            assertEquals("[1, 1, 1, 1]", after.toString());
        }
    }

    @Test
    void anErrorReachesTheCallerToo() {
        try (Shards shards = new Shards(2, 1, "test")) {
            assertThrows(
                    StackOverflowError.class,
                    () -> shards.forEach(1, shard -> {
                        if (shard == 1) {
                            throw new StackOverflowError();
                        }
                    }));
        }
    }

    @Test
    void whoFindsTheThreadsInUseWorksAlone() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        try (Shards shards = new Shards(2, 1, "test")) {
            Thread other = new Thread(() -> shards.forEach(1, shard -> {
                inside.countDown();
                await(leave);
            }));
            other.start();
            await(inside);
            Set<Thread> threads = ConcurrentHashMap.newKeySet();
            shards.forEach(1, shard -> threads.add(Thread.currentThread()));
            assertEquals(Set.of(Thread.currentThread()), threads);
            leave.countDown();
            other.join();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anInterruptionIsPassedOnAfterTheWork() {
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch interrupted = new CountDownLatch(1);
        try (Shards shards = new Shards(2, 1, "test")) {
            CountDownLatch both = new CountDownLatch(2);
            Thread caller = Thread.currentThread();
            shards.forEach(1, shard -> {
                both.countDown();
                await(both);
                if (Thread.currentThread() == caller) {
                    caller.interrupt();
                    interrupted.countDown();
                } else {
                    await(interrupted);
                    done.set(true);
                }
            });
            assertTrue(done.get());
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void whatComesAfterTheEndIsDoneByTheCaller() {
        Shards shards = new Shards(3, 1, "test");
        shards.forEach(1, shard -> {});
        shards.close();
        shards.close();
        AtomicIntegerArray done = new AtomicIntegerArray(3);
        shards.forEach(1, done::incrementAndGet);
        assertEquals("[1, 1, 1]", done.toString());
    }
}
