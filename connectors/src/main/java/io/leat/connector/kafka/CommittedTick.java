package io.leat.connector.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;

/**
 * Which tick of a sink its topic has. The number stands in the offsets of the sink's consumer group, with the name of the
 * process that writes; the broker forgets those after some days without a commit, so the headers of the topic's last
 * records are asked too.
 */
final class CommittedTick implements AutoCloseable {
    /** How many records back from its end a partition is looked through at first; then further, up to the beginning. */
    private static final long TAIL_RECORDS = 100;

    private static final String TICK = "tick=";
    private static final String PROCESS = "process=";

    private final String writer;
    private final Duration timeout;
    private final Consumer<byte[], byte[]> consumer;

    /**
     * What is committed.
     *
     * @param tick the last tick that readers of committed records can see; empty if there is none
     * @param process the process that was the last to open the sink; empty if that is not known
     */
    record Found(OptionalLong tick, String process) {

        /** What is stored as the metadata of the offset. */
        private static Found parse(String metadata) {
            OptionalLong tick = OptionalLong.empty();
            String process = "";
            for (String word : metadata.split(" ")) {
                if (word.startsWith(TICK)) {
                    tick = OptionalLong.of(Long.parseLong(word.substring(TICK.length())));
                } else if (word.startsWith(PROCESS)) {
                    process = word.substring(PROCESS.length());
                }
            }
            return new Found(tick, process);
        }

        /** The offset to be committed. */
        OffsetAndMetadata offset() {
            String text = tick.isPresent() ? TICK + tick.getAsLong() + " " : "";
            return new OffsetAndMetadata(tick.orElse(0), text + PROCESS + process);
        }
    }

    CommittedTick(KafkaTable table, TransactionalClients clients) {
        this.writer = clients.id();
        this.timeout = table.clients().timeout();
        this.consumer = clients.consumer();
    }

    /** The group whose offsets carry the number. */
    ConsumerGroupMetadata group() {
        return consumer.groupMetadata();
    }

    /**
     * What is committed now.
     *
     * @param partitions all partitions of the topic, by number
     */
    Found read(List<TopicPartition> partitions) {
        TopicPartition first = partitions.get(0);
        OffsetAndMetadata stored = consumer.committed(Set.of(first), timeout).get(first);
        return stored != null ? Found.parse(stored.metadata()) : new Found(fromHeaders(partitions), "");
    }

    private OptionalLong fromHeaders(List<TopicPartition> partitions) {
        OptionalLong last = OptionalLong.empty();
        for (TopicPartition partition : partitions) {
            OptionalLong here = lastIn(partition);
            if (here.isPresent() && here.getAsLong() > last.orElse(Long.MIN_VALUE)) {
                last = here;
            }
        }
        return last;
    }

    private OptionalLong lastIn(TopicPartition partition) {
        consumer.assign(List.of(partition));
        long begin = consumer.beginningOffsets(List.of(partition), timeout).get(partition);
        long end = consumer.endOffsets(List.of(partition), timeout).get(partition);
        OptionalLong last = OptionalLong.empty();
        long from = end;
        for (long back = TAIL_RECORDS; last.isEmpty() && from > begin; back *= 2) {
            from = Math.max(begin, end - back);
            last = lastBetween(partition, from, end);
        }
        return last;
    }

    private OptionalLong lastBetween(TopicPartition partition, long from, long end) {
        consumer.seek(partition, from);
        OptionalLong last = OptionalLong.empty();
        long position = from;
        while (position < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(timeout)) {
                OptionalLong tick = tickOf(record);
                last = tick.isPresent() ? tick : last;
            }
            long before = position;
            position = consumer.position(partition, timeout);
            if (position == before) {
                throw new TimeoutException("no records of " + partition);
            }
        }
        return last;
    }

    /** The tick of a record, if this sink wrote it. */
    private OptionalLong tickOf(ConsumerRecord<byte[], byte[]> record) {
        Header by = record.headers().lastHeader(RecordWriter.WRITER_HEADER);
        Header tick = record.headers().lastHeader(RecordWriter.TICK_HEADER);
        boolean ours = by != null && tick != null && writer.equals(text(by));
        return ours ? OptionalLong.of(Long.parseLong(text(tick))) : OptionalLong.empty();
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
