package io.leat.connector.kafka;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the records of ticks in short transactions, each with the number of its last tick in its own offset commit: records
 * and number become visible together or not at all. Opening one ends the transactions of an earlier process of the same
 * identity, and that process can write no more.
 *
 * <p>When the outcome of a commit is not known, a new producer is opened, the topic is asked for its last tick, and what it
 * has not is sent again. So records are kept until their transaction is committed.
 */
final class TransactionalProducer implements RecordSender {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionalProducer.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaTable table;
    private final TransactionalClients clients;
    private final Clock clock;
    private final KafkaFailure failures;
    private final CommittedTick committed;
    private final List<ProducerRecord<byte[], byte[]>> pending = new ArrayList<>();
    private Producer<byte[], byte[]> producer;
    private OptionalLong lastTick;
    private long endedTick;
    private boolean inTransaction;
    private boolean inTick;
    private boolean uncertain;
    private boolean closed;

    /**
     * Connects, fences earlier processes and looks up the last tick.
     *
     * @throws LeatException if the broker cannot be reached, or has no such topic
     */
    TransactionalProducer(KafkaTable table, TransactionalClients clients, Clock clock) {
        this.table = table;
        this.clients = clients;
        this.clock = clock;
        this.failures = new KafkaFailure(table.clients());
        this.committed = new CommittedTick(table, clients);
        long started = clock.nanos();
        try {
            this.producer = clients.producer();
            this.lastTick = lookUp();
        } catch (KafkaException e) {
            close();
            throw TopicLookup.notOpened(table, e, Duration.ofNanos(clock.nanos() - started));
        }
    }

    private OptionalLong lookUp() {
        return committed.read(TopicLookup.partitions(table, producer));
    }

    @Override
    public OptionalLong lastTick() {
        return lastTick;
    }

    @Override
    public void send(ProducerRecord<byte[], byte[]> record) {
        inTick = true;
        pending.add(record);
        if (uncertain) {
            return;
        }
        try {
            begin();
            producer.send(record);
        } catch (TimeoutException e) {
            uncertain = true;
        } catch (KafkaException e) {
            throw failure(e);
        }
    }

    private void begin() {
        if (!inTransaction) {
            producer.beginTransaction();
            inTransaction = true;
        }
    }

    @Override
    public void endTick(long tick) {
        inTick = false;
        endedTick = tick;
    }

    @Override
    public void flush() {
        if (pending.isEmpty()) {
            return;
        }
        try {
            if (uncertain || !commit()) {
                settle();
            }
        } catch (KafkaException e) {
            throw failure(e);
        }
        pending.clear();
        uncertain = false;
        lastTick = OptionalLong.of(endedTick);
    }

    /** Commits the open transaction; answers whether that is known to have worked. */
    private boolean commit() {
        try {
            TopicPartition first = new TopicPartition(table.topics().get(0), 0);
            OffsetAndMetadata tick = new OffsetAndMetadata(endedTick, "tick=" + endedTick);
            producer.sendOffsetsToTransaction(Map.of(first, tick), committed.group());
            producer.commitTransaction();
            inTransaction = false;
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Finds out what the topic has, and sends the rest again, for as long as a record may take to be delivered. */
    private void settle() {
        long started = clock.nanos();
        while (!sentAgain()) {
            if (clock.nanos() - started > table.clients().deliveryTimeout().toNanos()) {
                throw LeatException.of(ErrorCode.CONNECTION, table.clients() + " took no records for too long")
                        .hint("Check that the broker runs. 'properties.delivery.timeout.ms' says how long to try.");
            }
        }
    }

    private boolean sentAgain() {
        try {
            producer.close(Duration.ZERO);
            inTransaction = false;
            producer = clients.producer();
            if (lookUp().orElse(Long.MIN_VALUE) >= endedTick) {
                return true;
            }
            begin();
            pending.forEach(producer::send);
            return commit();
        } catch (TimeoutException e) {
            return false;
        }
    }

    private LeatException failure(KafkaException failure) {
        if (failure instanceof ProducerFencedException || failure instanceof InvalidProducerEpochException) {
            return LeatException.of(
                            ErrorCode.DATABASE_IN_USE, "another process has taken over writing to " + table, failure)
                    .hint("Only one process may run a database directory, or a copy of it, at a time.");
        }
        return failures.of("writing to " + table, clients.patience(), failure);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        try {
            if (producer != null && !inTick) {
                flush();
            }
        } finally {
            abort();
        }
    }

    @Override
    public void abort() {
        if (closed) {
            return;
        }
        closed = true;
        committed.close();
        if (producer != null) {
            abortTransaction();
            producer.close(CLOSE_TIMEOUT);
        }
    }

    /** Ends an open transaction, so that readers need not wait for the broker to give it up. */
    private void abortTransaction() {
        if (!inTransaction) {
            return;
        }
        inTransaction = false;
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            // The next process of this identity ends it, or else the broker after transaction.timeout.ms.
            LOG.debug("a transaction of {} was left open", table, e);
        }
    }
}
