package io.leat.connector.kafka;

import io.leat.connector.format.DecoderPool;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.limit.Limits;
import io.leat.core.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Reads the partitions of a table's topics. A position holds the offset of the next record of each; it also moves over
 * offsets that no reader ever sees (compacted records, aborted transactions, markers), so that an end is reached when
 * the consumer has passed everything before it, not when a record is seen there.
 */
final class KafkaSource implements Source {
    /** Nothing is left to do for the broker; to wait would be to wait for the fetch that is under way. */
    private static final Duration CLOSE_TIMEOUT = Duration.ZERO;

    /** How long to wait for the next fetch while records keep coming; when they have stopped, not at all. */
    private static final Duration BUSY_WAIT = Duration.ofMillis(3);

    /** A piece is decoded at once, by one thread. */
    private static final int PIECE_RECORDS_MAX = 4_096;

    private final KafkaTable table;
    private final Clock clock;
    private final Consumer<byte[], byte[]> consumer;
    private final AssignedPartitions assigned;
    private final Limits limits;
    private final KafkaFailure failure;
    private final ConnectionWatch watch;
    private final GroupOffsets group;
    private final Deque<Batch> fetched = new ArrayDeque<>();
    private DecoderPool<RecordReader> readers;
    private boolean busy;
    private boolean closed;

    /** The records of one partition that the consumer has handed over, and where it stands behind them. */
    private record Batch(PartitionProgress progress, Iterator<ConsumerRecord<byte[], byte[]>> records, long next) {}

    /** A source over a consumer that stands where reading is to begin. */
    KafkaSource(
            KafkaTable table, Consumer<byte[], byte[]> consumer, AssignedPartitions assigned, SourceContext context) {
        this.table = table;
        this.clock = context.clock();
        this.consumer = consumer;
        this.assigned = assigned;
        this.limits = context.limits();
        this.readers =
                readers(IntStream.range(0, table.definition().storedColumns().size())
                        .boxed()
                        .collect(Collectors.toSet()));
        this.failure = new KafkaFailure(table.clients());
        this.watch = new ConnectionWatch(table.toString(), consumer.metrics(), clock);
        this.group = new GroupOffsets(table, consumer);
    }

    private DecoderPool<RecordReader> readers(Set<Integer> columns) {
        return new DecoderPool<>(() -> new RecordReader(table, columns, limits));
    }

    @Override
    public void project(List<Integer> storedColumns) {
        readers = readers(Set.copyOf(storedColumns));
    }

    @Override
    public PollStatus poll(RowCollector rows, int maxRows) {
        if (fetched.isEmpty() && !assigned.isDone()) {
            fetch(rows);
        }
        boolean any = !fetched.isEmpty();
        deliver(rows, maxRows);
        if (any) {
            return PollStatus.MORE;
        }
        return assigned.isDone() ? PollStatus.FINISHED : PollStatus.IDLE;
    }

    private void fetch(RowCollector rows) {
        try {
            assigned.discoverWhenDue();
            ConsumerRecords<byte[], byte[]> records = consumer.poll(busy ? BUSY_WAIT : Duration.ZERO);
            busy = !records.isEmpty();
            Map<TopicPartition, OffsetAndMetadata> next = records.nextOffsets();
            for (PartitionProgress progress : assigned.progress()) {
                OffsetAndMetadata behind = next.get(progress.partition());
                if (behind != null) {
                    Iterator<ConsumerRecord<byte[], byte[]>> batch =
                            records.records(progress.partition()).iterator();
                    fetched.add(new Batch(progress, batch, behind.offset()));
                }
            }
            if (fetched.isEmpty()) {
                watch.idle();
            }
        } catch (OffsetOutOfRangeException e) {
            skipMissing(e, rows);
        } catch (RetriableException e) {
            watch.idle();
        } catch (KafkaException e) {
            throw failure.of("reading " + table, Duration.ZERO, e);
        }
    }

    private void skipMissing(OffsetOutOfRangeException missing, RowCollector rows) {
        try {
            assigned.skip(missing).forEach(rows::deferred);
        } catch (RetriableException e) {
            watch.idle();
        }
    }

    private void deliver(RowCollector rows, int maxRows) {
        int seen = 0;
        while (seen < maxRows && !fetched.isEmpty()) {
            Batch batch = fetched.peek();
            PartitionProgress progress = batch.progress();
            if (progress.isDone() || !batch.records().hasNext()) {
                assigned.advance(progress, batch.next());
                fetched.remove();
                continue;
            }
            seen += deliver(batch, rows, maxRows - seen);
        }
    }

    /** Hands over the next records of a batch, undecoded; answers how many. */
    private int deliver(Batch batch, RowCollector rows, int most) {
        PartitionProgress progress = batch.progress();
        List<ConsumerRecord<byte[], byte[]>> piece = new ArrayList<>();
        while (piece.size() < Math.min(most, PIECE_RECORDS_MAX)
                && !progress.isDone()
                && batch.records().hasNext()) {
            ConsumerRecord<byte[], byte[]> record = batch.records().next();
            if (record.offset() < progress.until()) {
                piece.add(record);
            }
            assigned.advance(progress, record.offset() + 1);
        }
        if (!piece.isEmpty()) {
            rows.deferred(new KafkaPiece(progress.index(), piece, readers));
        }
        return piece.size();
    }

    @Override
    public Position position() {
        Map<String, Long> offsets = new TreeMap<>();
        for (PartitionProgress progress : assigned.progress()) {
            offsets.put(PartitionName.of(progress.partition()), progress.next());
        }
        return Position.of(offsets);
    }

    @Override
    public Position end() {
        long started = clock.nanos();
        try {
            return assigned.end();
        } catch (KafkaException e) {
            throw failure.of("asking for the end of " + table, Duration.ofNanos(clock.nanos() - started), e);
        }
    }

    @Override
    public void computed(Position computed) {
        group.tell(computed, assigned.progress());
    }

    @Override
    public List<String> partitions() {
        return assigned.progress().stream()
                .map(progress -> PartitionName.of(progress.partition()))
                .toList();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            fetched.clear();
            consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
        }
    }

    /** Says what it reads. */
    @Override
    public String toString() {
        return "Kafka source of " + table;
    }
}
