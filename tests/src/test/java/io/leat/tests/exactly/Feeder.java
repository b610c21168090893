package io.leat.tests.exactly;

import io.leat.core.time.Clock;
import io.leat.tests.kafka.Topics;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends orders and payments at a steady pace until it is stopped: one in a hundred is no JSON, one in a hundred is a minute
 * late. Which ones depends on their numbers alone.
 */
final class Feeder implements AutoCloseable {
    /** How many partitions each topic has. */
    static final int PARTITIONS = 3;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final Duration STEP = Duration.ofMillis(10);
    private static final Duration LATENESS = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofMillis(10);
    private static final int KEYS = 20;
    private static final int PAYMENT_BEHIND = 300;

    private final Topics topics;
    private final Clock clock;
    private final int rowsPerSecond;
    private final Thread thread = new Thread(this::feed, "feeder");
    private volatile boolean stopped;
    private volatile RuntimeException failure;
    private volatile long sent;

    Feeder(Topics topics, Clock clock, int rowsPerSecond) {
        this.topics = topics;
        this.clock = clock;
        this.rowsPerSecond = rowsPerSecond;
    }

    void start() {
        thread.start();
    }

    /** How many orders and payments it has sent. */
    long sent() {
        return sent;
    }

    private void feed() {
        long started = clock.nanos();
        long id = 0;
        try {
            while (!stopped) {
                long due = (clock.nanos() - started) / 1_000 * rowsPerSecond / 1_000_000;
                for (; id < due && !stopped; id++) {
                    order(id);
                    payment(id - PAYMENT_BEHIND);
                }
                LockSupport.parkNanos(REST.toNanos());
            }
            for (int partition = 0; partition < PARTITIONS; partition++) {
                closeWindows(partition, id++);
            }
            topics.flush();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void order(long id) {
        LocalDateTime time = START.plus(STEP.multipliedBy(id));
        boolean late = chance(id) == 1 && id > 1;
        String text = order(id, late ? time.minus(LATENESS) : time, chance(id * 31) % 50);
        send(Definitions.ORDERS, id, chance(id) == 2 ? text.substring(0, text.length() / 2) : text);
    }

    private static String order(long id, LocalDateTime time, long amount) {
        return "{\"id\":" + id + ",\"k\":\"k" + chance(id * 17) % KEYS + "\",\"amount\":" + amount + ",\"ts\":\""
                + TIME.format(time) + "\"}";
    }

    private void payment(long id) {
        if (id < 0 || chance(id * 7) < 30) {
            return;
        }
        String text = "{\"id\":" + id + ",\"paid\":" + chance(id * 13) + "}";
        send(Definitions.PAYMENTS, id, chance(id * 3) == 5 ? "no payment" : text);
    }

    /** A row so late in event time that all windows before it close. */
    private void closeWindows(int partition, long id) {
        LocalDateTime time = START.plus(STEP.multipliedBy(id)).plusDays(1);
        topics.send(new ProducerRecord<>(Definitions.ORDERS, partition, null, Topics.bytes(order(id, time, 0))));
        sent++;
    }

    private void send(String topic, long id, String text) {
        topics.send(new ProducerRecord<>(topic, (int) (id % PARTITIONS), null, Topics.bytes(text)));
        sent++;
    }

    /** A number below a hundred that looks random and is always the same. */
    private static long chance(long number) {
        long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return Math.floorMod(mixed ^ (mixed >>> 32), 100);
    }

    /** Sends no more, closes all windows, and returns when everything is in the topics. */
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
