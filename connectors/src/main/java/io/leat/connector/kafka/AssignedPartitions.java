package io.leat.connector.kafka;

import io.leat.core.connector.Position;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The partitions that a source reads, in the order in which they were found, and how far each has been read. */
final class AssignedPartitions {
    private static final Logger LOG = LoggerFactory.getLogger(AssignedPartitions.class);

    /** How long reading may be held up by a new partition; if that is too short, the next look finds it. */
    private static final Duration DISCOVERY_TIMEOUT = Duration.ofMillis(500);

    private final KafkaTable table;
    private final Consumer<byte[], byte[]> consumer;
    private final Clock clock;
    private final boolean fixed;
    private final List<PartitionProgress> progress = new ArrayList<>();
    private long lookedNanos;

    /**
     * Assigns partitions to a consumer and lets it stand at their first offsets.
     *
     * @param starts where each begins, in the order of their indexes
     * @param ends where those that end do so; if there are any, no partition is added later
     */
    AssignedPartitions(
            KafkaTable table,
            Consumer<byte[], byte[]> consumer,
            Clock clock,
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> ends,
            boolean fixed) {
        this.table = table;
        this.consumer = consumer;
        this.clock = clock;
        this.fixed = fixed || table.discovery().isEmpty();
        this.lookedNanos = clock.nanos();
        add(starts, ends);
    }

    private void add(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
        List<PartitionProgress> added = new ArrayList<>();
        starts.forEach((partition, start) -> added.add(new PartitionProgress(
                partition,
                progress.size() + added.size(),
                start,
                ends.getOrDefault(partition, PartitionProgress.NO_END))));
        progress.addAll(added);
        consumer.assign(progress.stream().map(PartitionProgress::partition).toList());
        for (PartitionProgress one : added) {
            consumer.seek(one.partition(), one.next());
        }
        consumer.pause(progress.stream()
                .filter(PartitionProgress::isDone)
                .map(PartitionProgress::partition)
                .toList());
    }

    /** All of them. */
    List<PartitionProgress> progress() {
        return Collections.unmodifiableList(progress);
    }

    /** Whether all have been read to their ends. */
    boolean isDone() {
        return fixed && progress.stream().allMatch(PartitionProgress::isDone);
    }

    /** Moves a partition on; one that has reached its end is not fetched any more. */
    void advance(PartitionProgress one, long offset) {
        boolean before = one.isDone();
        one.advance(offset);
        if (one.isDone() && !before) {
            consumer.pause(List.of(one.partition()));
        }
    }

    /** Looks for new partitions if it is time; they are read from their beginning. */
    void discoverWhenDue() {
        long now = clock.nanos();
        if (!fixed && now - lookedNanos >= table.discovery().orElseThrow().toNanos()) {
            lookedNanos = now;
            discover();
        }
    }

    private void discover() {
        Set<TopicPartition> known = new HashSet<>();
        progress.forEach(one -> known.add(one.partition()));
        try {
            List<TopicPartition> found = new ArrayList<>();
            for (String topic : table.topics()) {
                found.addAll(find(consumer, topic, DISCOVERY_TIMEOUT));
            }
            found.removeAll(known);
            if (!found.isEmpty()) {
                add(inOrder(consumer.beginningOffsets(found, DISCOVERY_TIMEOUT)), Map.of());
            }
        } catch (TimeoutException e) {
            // The broker is away: the next look is soon enough, the consumer waits for it anyway.
            lookedNanos = clock.nanos();
        }
    }

    /**
     * The partitions of a topic, by number; none if there is no such topic. Answered from what the consumer knows if it
     * reads the topic already; that is as old as the interval of discovery at most.
     */
    static List<TopicPartition> find(Consumer<?, ?> consumer, String topic, Duration timeout) {
        List<PartitionInfo> found = consumer.partitionsFor(topic, timeout);
        return found == null
                ? List.of()
                : found.stream()
                        .map(PartitionInfo::partition)
                        .sorted()
                        .map(number -> new TopicPartition(topic, number))
                        .toList();
    }

    /** The same offsets in the order of topics and numbers. */
    static Map<TopicPartition, Long> inOrder(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, Long> sorted = new TreeMap<>(
                java.util.Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
        sorted.putAll(offsets);
        return sorted;
    }

    /** Where they end now, or where reading ends if that is before. */
    Position end() {
        if (!fixed) {
            discover();
        }
        List<TopicPartition> partitions =
                progress.stream().map(PartitionProgress::partition).toList();
        Map<TopicPartition, Long> ends =
                consumer.endOffsets(partitions, table.clients().timeout());
        Map<String, Long> offsets = new TreeMap<>();
        for (PartitionProgress one : progress) {
            long end = Math.min(ends.get(one.partition()), one.until());
            offsets.put(PartitionName.of(one.partition()), end);
        }
        return Position.of(offsets);
    }

    /**
     * The offset that is next in some partitions has been deleted: moves on to the first ones that are there, if the table
     * says so.
     *
     * @return what is left out
     * @throws LeatException if the table does not say so, or there are no later offsets: to skip would be to lose rows in
     *     silence
     */
    List<MissingRecords> skip(OffsetOutOfRangeException failure) {
        Map<TopicPartition, Long> next = failure.offsetOutOfRangePartitions();
        if (!table.skipsMissingOffsets()) {
            throw outOfRange(failure);
        }
        Map<TopicPartition, Long> begins =
                consumer.beginningOffsets(next.keySet(), table.clients().timeout());
        List<MissingRecords> missing = new ArrayList<>();
        for (PartitionProgress one : progress) {
            if (next.containsKey(one.partition())) {
                missing.add(skip(one, begins.get(one.partition()), failure));
            }
        }
        return missing;
    }

    private MissingRecords skip(PartitionProgress one, long begin, OffsetOutOfRangeException failure) {
        if (begin <= one.next()) {
            throw outOfRange(failure);
        }
        MissingRecords missing = new MissingRecords(one, one.next(), Math.min(begin, one.until()));
        LOG.warn("{}: partition {}: {}", table, one.partition(), missing);
        advance(one, begin);
        consumer.seek(one.partition(), begin);
        return missing;
    }

    private LeatException outOfRange(OffsetOutOfRangeException failure) {
        Map.Entry<TopicPartition, Long> first = failure.offsetOutOfRangePartitions().entrySet().stream()
                .findFirst()
                .orElseThrow();
        TopicPartition partition = first.getKey();
        return LeatException.of(
                        ErrorCode.INPUT_OUTPUT,
                        "topic '" + partition.topic() + "' has no offset " + first.getValue() + " in partition "
                                + partition.partition() + range(partition),
                        failure)
                .hint("Records were deleted before they were read, or the topic was made anew; nothing was skipped."
                        + " To leave them out, create the table again with 'scan.missing-offsets'='earliest', or with"
                        + " 'scan.startup.mode' to begin elsewhere. Keep records longer (retention.ms) than Leat may"
                        + " be away.");
    }

    private String range(TopicPartition partition) {
        try {
            List<TopicPartition> one = List.of(partition);
            long from = consumer.beginningOffsets(one, DISCOVERY_TIMEOUT).get(partition);
            long to = consumer.endOffsets(one, DISCOVERY_TIMEOUT).get(partition);
            return ": it holds " + from + " up to " + to;
        } catch (KafkaException e) {
            return "";
        }
    }
}
