package io.leat.connector.kafka;

import org.apache.kafka.common.TopicPartition;

/** The names of partitions in a {@link io.leat.core.connector.Position}: {@code topic-number}. */
final class PartitionName {

    private PartitionName() {}

    static String of(String topic, int partition) {
        return topic + "-" + partition;
    }

    static String of(TopicPartition partition) {
        return of(partition.topic(), partition.partition());
    }
}
