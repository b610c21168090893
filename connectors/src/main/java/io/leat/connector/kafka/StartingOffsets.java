package io.leat.connector.kafka;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Where a source begins that is not told a position: what {@code scan.startup.mode} says. */
final class StartingOffsets {
    private static final List<String> MODES =
            List.of("earliest-offset", "latest-offset", "timestamp", "specific-offsets");
    private static final Pattern SPECIFIC = Pattern.compile("\\s*partition:(\\d{1,9}),\\s*offset:(\\d{1,18})\\s*");

    private StartingOffsets() {}

    /** Checks the options of a table. */
    static void check(KafkaTable table) {
        if (table.options().required(KafkaOptions.STARTUP_MODE).equals("group-offsets")) {
            throw LeatException.unsupported(
                    "'" + KafkaOptions.STARTUP_MODE + "'='group-offsets'",
                    "Leat keeps positions itself. Use earliest-offset, latest-offset, timestamp or specific-offsets.");
        }
        String mode = table.options().oneOf(KafkaOptions.STARTUP_MODE, MODES);
        if (mode.equals("timestamp")) {
            table.options().required(KafkaOptions.STARTUP_TIMESTAMP);
        }
        if (mode.equals("specific-offsets")) {
            specific(table);
        }
    }

    /** The offset that each of some partitions begins at. */
    static Map<TopicPartition, Long> of(
            KafkaTable table, Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Duration timeout) {
        if (table.isUpsert()) {
            return consumer.beginningOffsets(partitions, timeout);
        }
        return switch (table.options().oneOf(KafkaOptions.STARTUP_MODE, MODES)) {
            case "latest-offset" -> consumer.endOffsets(partitions, timeout);
            case "timestamp" ->
                since(
                        table.options().integer(KafkaOptions.STARTUP_TIMESTAMP).orElseThrow(),
                        consumer,
                        partitions,
                        timeout);
            case "specific-offsets" -> specific(table, consumer, partitions, timeout);
            default -> consumer.beginningOffsets(partitions, timeout);
        };
    }

    private static Map<TopicPartition, Long> since(
            long millis, Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Duration timeout) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, millis));
        Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(partitions, timeout));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted, timeout);
        found.forEach((partition, place) -> {
            if (place != null) {
                offsets.put(partition, place.offset());
            }
        });
        return offsets;
    }

    private static Map<TopicPartition, Long> specific(
            KafkaTable table, Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Duration timeout) {
        Map<Integer, Long> given = specific(table);
        Map<TopicPartition, Long> offsets = new HashMap<>(consumer.beginningOffsets(partitions, timeout));
        offsets.replaceAll((partition, beginning) -> given.getOrDefault(partition.partition(), beginning));
        return offsets;
    }

    private static Map<Integer, Long> specific(KafkaTable table) {
        if (table.topics().size() > 1) {
            throw invalid("mode specific-offsets needs a single topic");
        }
        Map<Integer, Long> offsets = new TreeMap<>();
        for (String one : table.options().required(KafkaOptions.STARTUP_OFFSETS).split(";", -1)) {
            Matcher matcher = SPECIFIC.matcher(one);
            if (!matcher.matches()) {
                throw invalid("option '" + KafkaOptions.STARTUP_OFFSETS + "' has '" + one
                                + "', which is not partition:NUMBER,offset:NUMBER")
                        .hint("Write for example 'partition:0,offset:42;partition:1,offset:300'.");
            }
            offsets.put(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
        }
        return offsets;
    }

    private static LeatException invalid(String message) {
        return LeatException.of(ErrorCode.INVALID_OPTION, message);
    }
}
