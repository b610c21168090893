package io.leat.tests.exactly;

import io.leat.core.time.Clock;
import io.leat.tests.kafka.KafkaBroker;
import io.leat.tests.kafka.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Everything around the processes that are killed: a broker, topics that are fed, a directory, and readers of the sinks. */
final class Stage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Clock clock = Clock.system();
    private final Path home;
    private final Path files;
    private final Path script;
    private final KafkaBroker broker;
    private final Topics topics;
    private final Feeder feeder;
    private final Map<String, TopicContent> sinks = new TreeMap<>();

    /**
     * Starts the broker and makes the topics.
     *
     * @param home an empty directory for everything
     */
    Stage(Path home, int rowsPerSecond) throws IOException {
        this.home = home;
        this.files = Files.createDirectories(home.resolve("files"));
        this.script = home.resolve("script.sql");
        this.broker = KafkaBroker.start(0);
        this.topics = new Topics(broker.address());
        this.feeder = new Feeder(topics, clock, rowsPerSecond);
        List<String> names = new ArrayList<>(Definitions.SINKS);
        names.addAll(List.of(Definitions.ORDERS, Definitions.PAYMENTS));
        for (String topic : names) {
            topics.create(topic, Feeder.PARTITIONS);
        }
        for (String sink : Definitions.SINKS) {
            sinks.put(sink, new TopicContent(broker.address(), sink));
        }
        Files.writeString(script, Definitions.script(broker.address(), files));
    }

    /** Rows begin to come. */
    void feed() {
        feeder.start();
    }

    /** How many records have been sent. */
    long sent() {
        return feeder.sent();
    }

    /** The database. */
    Path database() {
        return home.resolve("database");
    }

    /** Starts a process that makes what a directory has not, and goes on with it. */
    Life start(Path directory) throws IOException {
        return Life.start(log(), "run", directory, script);
    }

    /** Where processes write what they say. */
    Path log() {
        return home.resolve("processes.log");
    }

    /** The broker goes away and comes back. */
    void restartBroker() {
        broker.stop();
        broker.start();
    }

    /** How many offsets of the sinks' topics are committed. */
    long committed() {
        return sinks.values().stream().mapToLong(TopicContent::committed).sum();
    }

    /** Waits until a process has run its script and committed something. */
    void awaitProgress(Life life) {
        long before = committed();
        await(life, () -> life.isReady() && committed() > before);
    }

    /** Waits for something that a process does. */
    void await(Life life, BooleanSupplier condition) {
        long end = clock.nanos() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (!life.isAlive() || clock.nanos() > end) {
                throw new IllegalStateException("the process " + (life.isAlive() ? "makes no progress" : "has ended")
                        + "; it said:\n" + life.said());
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Does nothing for a while. */
    void pause(long millis) {
        long end = clock.nanos() + Duration.ofMillis(millis).toNanos();
        while (clock.nanos() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Milliseconds since a moment that {@link #now} gave. */
    long millisSince(long moment) {
        return Duration.ofNanos(clock.nanos() - moment).toMillis();
    }

    /** This moment. */
    long now() {
        return clock.nanos();
    }

    /** No more rows come, and all windows close; what there should be in the end. */
    Expected end() {
        feeder.close();
        try (TopicContent orders = new TopicContent(broker.address(), Definitions.ORDERS);
                TopicContent payments = new TopicContent(broker.address(), Definitions.PAYMENTS)) {
            return new Expected(orders.readOn().entries(), payments.readOn().entries());
        }
    }

    /** A last process goes on with the directory until everything has been read, and is asked to stop. */
    Findings finish(Expected expected) throws IOException {
        Life last = Life.start(log(), "run", database());
        await(last, () -> latestCount() == expected.whole().n());
        int exit = last.stop();
        sinks.values().forEach(TopicContent::readOn);
        Findings findings = new Verifier(expected, sinks, files).verify();
        findings.same("the exit code after SIGTERM", 0, exit);
        return findings;
    }

    private long latestCount() {
        List<TopicContent.Entry> entries = sinks.get("whole_out").readOn().entries();
        if (entries.isEmpty()) {
            return 0;
        }
        String value = entries.get(entries.size() - 1).value();
        return Long.parseLong(value.replaceAll(".*\"n\":(\\d+).*", "$1"));
    }

    @Override
    public void close() {
        try (feeder) {
            sinks.values().forEach(TopicContent::close);
        } finally {
            topics.close();
            broker.close();
        }
    }
}
