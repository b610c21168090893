package io.leat.tests.simulation;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A log as Kafka keeps it: topics of partitions, transactions with identities and epochs, progress that is committed with a
 * transaction. It may be away for a while, and the answer to a commit may be lost.
 */
final class Broker {
    private static final class Transactional {
        private long epoch;
        private final List<Entry> open = new ArrayList<>();
        private final List<Partition> written = new ArrayList<>();
    }

    private final Random random;
    private final Map<String, List<Partition>> topics = new LinkedHashMap<>();
    private final Map<String, Transactional> transactional = new LinkedHashMap<>();
    private final Map<String, Long> progress = new LinkedHashMap<>();
    private int awayFor;
    private double lossOfAnswers;

    Broker(Random random) {
        this.random = random;
    }

    void createTopic(String name, int partitions) {
        List<Partition> made = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            made.add(new Partition(name + "-" + i));
        }
        topics.put(name, made);
    }

    boolean hasTopic(String name) {
        return topics.containsKey(name);
    }

    List<Partition> topic(String name) {
        return topics.get(name);
    }

    /** Lets it be away for so many requests. */
    void goAway(int requests) {
        awayFor = requests;
    }

    /** How likely it is that the answer to a commit gets lost. */
    void loseAnswers(double probability) {
        lossOfAnswers = probability;
    }

    /** Ends all troubles. */
    void heal() {
        awayFor = 0;
        lossOfAnswers = 0;
    }

    /** Whether a request is answered. */
    boolean answers() {
        if (awayFor > 0) {
            awayFor--;
            return false;
        }
        return true;
    }

    /** Waits for it, as clients do; if it is away for long they give up. */
    void await() {
        if (awayFor > 20) {
            awayFor -= 20;
            throw LeatException.of(ErrorCode.CONNECTION, "the broker does not answer");
        }
        awayFor = 0;
    }

    /** Another program's transaction, which no trouble reaches: records for some partitions, decided at once or left open. */
    void transaction(String identity, List<Partition> partitions, List<Entry> entries, boolean decided) {
        Transactional writer = transactional.computeIfAbsent(identity, name -> new Transactional());
        settle(writer, false, 0);
        for (int i = 0; i < entries.size(); i++) {
            writer.open.add(entries.get(i));
            writer.written.add(partitions.get(i));
            partitions.get(i).append(entries.get(i));
        }
        if (decided) {
            settle(writer, true, 0);
        }
    }

    /** Begins to write under an identity: whoever did before is fenced, and what he had not committed is aborted. */
    long fence(String identity) {
        await();
        Transactional writer = transactional.computeIfAbsent(identity, name -> new Transactional());
        settle(writer, false, 0);
        writer.epoch++;
        return writer.epoch;
    }

    /** Writes something that nobody sees before it is committed. */
    void append(String identity, long epoch, Partition partition, Entry entry) {
        await();
        Transactional writer = require(identity, epoch);
        writer.open.add(entry);
        writer.written.add(partition);
        partition.append(entry);
    }

    /** Commits what was written, together with how far its writer has come. */
    void commit(String identity, long epoch, long tick) {
        await();
        Transactional writer = require(identity, epoch);
        double chance = random.nextDouble();
        if (chance < lossOfAnswers / 2) {
            throw lost();
        }
        settle(writer, true, tick);
        progress.put(identity, tick);
        if (chance < lossOfAnswers) {
            throw lost();
        }
    }

    private static LeatException lost() {
        return LeatException.of(ErrorCode.TIMEOUT, "the broker has not answered");
    }

    private Transactional require(String identity, long epoch) {
        Transactional writer = transactional.get(identity);
        if (writer.epoch != epoch) {
            // Without the identity of the database, which is another in each run when it was made of a savepoint.
            String job = identity.substring(identity.lastIndexOf('-') + 1);
            throw LeatException.of(ErrorCode.NOT_ALLOWED, "another process writes as " + job);
        }
        return writer;
    }

    private static void settle(Transactional writer, boolean commit, long tick) {
        writer.open.forEach(entry -> entry.settle(commit));
        writer.written.stream().distinct().forEach(partition -> partition.append(Entry.marker(tick)));
        writer.open.clear();
        writer.written.clear();
    }

    /** How far the writer of an identity has come. */
    OptionalLong progress(String identity) {
        await();
        Long tick = progress.get(identity);
        return tick == null ? OptionalLong.empty() : OptionalLong.of(tick);
    }

    /** The latest tick that anybody has committed. */
    long latestProgress() {
        return progress.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Aborts the transactions of writers who have not been heard of for long. */
    void timeOut() {
        transactional.values().forEach(writer -> {
            if (!writer.open.isEmpty()) {
                settle(writer, false, 0);
                writer.epoch++;
            }
        });
    }
}
