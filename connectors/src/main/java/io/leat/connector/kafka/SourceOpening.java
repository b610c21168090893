package io.leat.connector.kafka;

import io.leat.core.connector.Boundedness;
import io.leat.core.connector.Position;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Finds the partitions of a table and decides where reading begins and ends: all that waits for the broker. */
final class SourceOpening {
    private final KafkaTable table;
    private final SourceContext context;
    private final Duration timeout;

    private SourceOpening(KafkaTable table, SourceContext context) {
        this.table = table;
        this.context = context;
        this.timeout = table.clients().timeout();
    }

    /**
     * Opens a source.
     *
     * @throws LeatException within the table's timeout, if the broker cannot be reached or has not what is asked for
     */
    static KafkaSource open(KafkaTable table, SourceRange range, SourceContext context) {
        return new SourceOpening(table, context).open(range);
    }

    private KafkaSource open(SourceRange range) {
        long started = context.clock().nanos();
        Consumer<byte[], byte[]> consumer = null;
        try {
            consumer = new KafkaConsumer<>(table.clients().consumer(table.discovery()));
            return new KafkaSource(table, consumer, assign(consumer, range), context);
        } catch (KafkaException e) {
            close(consumer);
            Duration tried = Duration.ofNanos(context.clock().nanos() - started);
            throw new KafkaFailure(table.clients())
                    .of("opening table \"" + table.definition().name() + "\"", tried, e);
        } catch (LeatException e) {
            close(consumer);
            throw e;
        }
    }

    private static void close(Consumer<?, ?> consumer) {
        if (consumer != null) {
            consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
        }
    }

    private AssignedPartitions assign(Consumer<byte[], byte[]> consumer, SourceRange range) {
        List<TopicPartition> partitions = partitions(consumer);
        Map<TopicPartition, Long> ends = ends(consumer, partitions, range.until());
        boolean ending = range.until().isPresent() || table.boundedness() == Boundedness.BOUNDED;
        List<TopicPartition> read = ending ? List.copyOf(ends.keySet()) : partitions;
        Map<TopicPartition, Long> starts = starts(consumer, partitions, read, range.from());
        return new AssignedPartitions(
                table, consumer, context.clock(), AssignedPartitions.inOrder(starts), ends, ending);
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : table.topics()) {
            List<TopicPartition> found = AssignedPartitions.find(consumer, topic, timeout);
            if (found.isEmpty()) {
                throw unknownTopic(consumer, topic);
            }
            all.addAll(found);
        }
        return all;
    }

    private LeatException unknownTopic(Consumer<?, ?> consumer, String topic) {
        String near = Suggestions.nearest(topic, consumer.listTopics(timeout).keySet())
                .map(name -> "did you mean '" + name + "'? ")
                .orElse("");
        return LeatException.of(
                        ErrorCode.CONNECTION,
                        table.clients() + " has no topic '" + topic + "' that table \""
                                + table.definition().name() + "\" could read")
                .hint(near + "Create the topic, or correct option 'topic'.");
    }

    private Map<TopicPartition, Long> starts(
            Consumer<?, ?> consumer,
            List<TopicPartition> existing,
            List<TopicPartition> read,
            Optional<Position> from) {
        if (from.isEmpty()) {
            return StartingOffsets.of(table, consumer, read, timeout);
        }
        Map<TopicPartition, Long> given = byPartition(existing, from.get());
        Map<TopicPartition, Long> starts = new HashMap<>();
        List<TopicPartition> absent = new ArrayList<>();
        for (TopicPartition partition : read) {
            if (given.containsKey(partition)) {
                starts.put(partition, given.get(partition));
            } else {
                absent.add(partition);
            }
        }
        starts.putAll(consumer.beginningOffsets(absent, timeout));
        return starts;
    }

    private Map<TopicPartition, Long> ends(
            Consumer<?, ?> consumer, List<TopicPartition> partitions, Optional<Position> until) {
        if (until.isPresent()) {
            return byPartition(partitions, until.get());
        }
        return table.boundedness() == Boundedness.BOUNDED ? consumer.endOffsets(partitions, timeout) : Map.of();
    }

    private Map<TopicPartition, Long> byPartition(List<TopicPartition> existing, Position position) {
        Map<String, TopicPartition> names = new HashMap<>();
        existing.forEach(partition -> names.put(PartitionName.of(partition), partition));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        position.offsets().forEach((name, offset) -> {
            if (!names.containsKey(name)) {
                throw LeatException.of(
                                ErrorCode.INPUT_OUTPUT,
                                "partition " + name + " of table \""
                                        + table.definition().name() + "\" is not there any more")
                        .hint("The topic was made anew with fewer partitions. Create the table again to read it"
                                + " from its beginning.");
            }
            offsets.put(names.get(name), offset);
        });
        return offsets;
    }
}
