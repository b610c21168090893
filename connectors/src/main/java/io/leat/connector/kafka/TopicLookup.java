package io.leat.connector.kafka;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looks up the topic that a sink writes, waiting for one that has just been made. */
final class TopicLookup {

    private TopicLookup() {}

    /**
     * The partitions of the topic, by number.
     *
     * @throws KafkaException if the broker has no such topic, or cannot be reached, within {@code max.block.ms}
     */
    static List<TopicPartition> partitions(KafkaTable table, Producer<?, ?> producer) {
        return producer.partitionsFor(table.topics().get(0)).stream()
                .map(found -> new TopicPartition(found.topic(), found.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
    }

    /** What to say when a sink could not be opened. */
    static LeatException notOpened(KafkaTable table, KafkaException failure, Duration tried) {
        if (failure instanceof TimeoutException && failure.getCause() instanceof UnknownTopicOrPartitionException) {
            return LeatException.of(
                            ErrorCode.CONNECTION,
                            table.clients() + " has no topic '" + table.topics().get(0) + "' that table \""
                                    + table.definition().name() + "\" could write (looked for "
                                    + tried.toSeconds() + " s)",
                            failure)
                    .hint("Create the topic, or correct option 'topic'.");
        }
        return new KafkaFailure(table.clients())
                .of("opening table \"" + table.definition().name() + "\"", tried, failure);
    }
}
