package io.leat.connector.kafka;

import io.leat.core.connector.Position;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The consumer group that a table names, which is told how far the table has been read, so that tools that watch groups
 * show the lag. Nothing is ever read from there, so a group that cannot be told is a line in the log and no more.
 */
final class GroupOffsets {
    private static final Logger LOG = LoggerFactory.getLogger(GroupOffsets.class);

    private final KafkaTable table;
    private final Consumer<byte[], byte[]> consumer;
    private final Optional<String> group;
    private boolean failing;

    GroupOffsets(KafkaTable table, Consumer<byte[], byte[]> consumer) {
        this.table = table;
        this.consumer = consumer;
        this.group = table.clients().group();
    }

    /** Begins to commit a position, if the table names a group; the broker has it some polls later. */
    void tell(Position computed, Collection<PartitionProgress> partitions) {
        if (group.isEmpty()) {
            return;
        }
        try {
            consumer.commitAsync(offsets(computed, partitions), (told, failure) -> note(failure));
        } catch (RuntimeException e) {
            // Whatever it is, reading goes on: the group is for onlookers.
            note(e);
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(
            Position computed, Collection<PartitionProgress> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (PartitionProgress one : partitions) {
            Long next = computed.offsets().get(PartitionName.of(one.partition()));
            if (next != null) {
                offsets.put(one.partition(), new OffsetAndMetadata(next));
            }
        }
        return offsets;
    }

    /** One line when the group cannot be told any more. */
    private void note(Exception failure) {
        if (failure != null && !failing) {
            LOG.warn(
                    "consumer group '{}' is not told how far {} has been read: {}",
                    group.orElseThrow(),
                    table,
                    failure.getMessage());
        }
        failing = failure != null;
    }
}
