package io.leat.connector.kafka;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the records of ticks in short transactions, each with the number of its last tick in its own offset commit: records
 * and number become visible together or not at all. Opening one ends the transactions of an earlier process of the same
 * identity and writes down the name of this one, and that process can write no more.
 *
 * <p>When the outcome of a commit is not known, or the broker has given the transaction up because this process stood still
 * for too long, a new producer is opened, the topic is asked for its last tick, and what it has not is sent again; unless
 * another process has put its name there. So records are kept until their transaction is committed.
 */
final class TransactionalProducer implements RecordSender {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionalProducer.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final int OPENINGS_MAX = 5;

    private final KafkaTable table;
    private final TransactionalClients clients;
    private final Clock clock;
    private final KafkaFailure failures;
    private final CommittedTick committed;
    private final String process = UUID.randomUUID().toString();
    private final List<ProducerRecord<byte[], byte[]>> pending = new ArrayList<>();
    private List<TopicPartition> partitions;
    private Producer<byte[], byte[]> producer;
    private OptionalLong lastTick;
    private long endedTick;
    private boolean inTransaction;
    private boolean inTick;
    private boolean uncertain;
    private boolean shutOut;
    private boolean failed;
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
        open();
    }

    private void open() {
        long started = clock.nanos();
        boolean opened = false;
        try {
            producer = clients.producer();
            partitions = TopicLookup.partitions(table, producer);
            for (int i = 1; !takeOver(i == OPENINGS_MAX); i++) {
                producer.close(Duration.ZERO);
                producer = clients.producer();
            }
            opened = true;
        } catch (UnsupportedVersionException e) {
            throw LeatException.unsupported(
                    "a transaction on " + table.clients(),
                    "This broker is too old. Set '" + KafkaOptions.GUARANTEE + "'='" + KafkaOptions.AT_LEAST_ONCE
                            + "'.");
        } catch (KafkaException e) {
            throw notOpened(e, Duration.ofNanos(clock.nanos() - started));
        } finally {
            if (!opened) {
                abort();
            }
        }
    }

    private LeatException notOpened(KafkaException failure, Duration tried) {
        if (partitions == null || !(failure instanceof TimeoutException)) {
            return TopicLookup.notOpened(table, failure, tried);
        }
        return LeatException.of(
                        ErrorCode.CONNECTION,
                        table.clients() + " began no transaction within " + tried.toSeconds() + " s",
                        failure)
                .hint("Check that the broker can keep transactions (transaction.state.log.replication.factor), or set '"
                        + KafkaOptions.GUARANTEE + "'='" + KafkaOptions.AT_LEAST_ONCE + "'.");
    }

    /** Fences earlier processes and puts this one's name there; false if one of them was faster. */
    private boolean takeOver(boolean last) {
        try {
            producer.initTransactions();
            lastTick = committed.read(partitions).tick();
            producer.beginTransaction();
            inTransaction = true;
            commitOffset(lastTick);
            return true;
        } catch (KafkaException e) {
            if (last || !isShutOut(e)) {
                throw e;
            }
            inTransaction = false;
            return false;
        }
    }

    private void commitOffset(OptionalLong tick) {
        CommittedTick.Found next = new CommittedTick.Found(tick, process);
        producer.sendOffsetsToTransaction(Map.of(partitions.get(0), next.offset()), committed.group());
        producer.commitTransaction();
        inTransaction = false;
    }

    /**
     * Whether the broker takes nothing more from this producer: because of another process, which may have ended the very
     * transaction that was begun, or because it stood still.
     */
    private static boolean isShutOut(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException
                    || cause instanceof InvalidProducerEpochException
                    || cause instanceof InvalidPidMappingException
                    || cause instanceof InvalidTxnStateException
                    || cause instanceof TransactionAbortableException) {
                return true;
            }
        }
        return false;
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
        } catch (KafkaException e) {
            doubt(e);
        }
    }

    private void begin() {
        if (!inTransaction) {
            producer.beginTransaction();
            inTransaction = true;
        }
    }

    /** From now on the topic must be asked, unless the failure is one for good. */
    private void doubt(KafkaException failure) {
        shutOut = isShutOut(failure);
        if (!shutOut && !(failure instanceof TimeoutException)) {
            throw failures.of("writing to " + table, clients.patience(), failure);
        }
        uncertain = true;
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
        failed = true;
        if (!uncertain) {
            commit();
        }
        if (uncertain) {
            settle();
        }
        failed = false;
        pending.clear();
        lastTick = OptionalLong.of(endedTick);
    }

    private void commit() {
        try {
            commitOffset(OptionalLong.of(endedTick));
            uncertain = false;
        } catch (KafkaException e) {
            doubt(e);
        }
    }

    /** Finds out what the topic has, and sends the rest again, for as long as a record may take to be delivered. */
    private void settle() {
        long started = clock.nanos();
        while (uncertain) {
            if (clock.nanos() - started > table.clients().deliveryTimeout().toNanos()) {
                throw LeatException.of(ErrorCode.CONNECTION, table.clients() + " took no records for too long")
                        .hint("Check that the broker runs. 'properties.delivery.timeout.ms' says how long to try.");
            }
            try {
                sendAgain();
            } catch (KafkaException e) {
                doubt(e);
            }
        }
    }

    private void sendAgain() {
        producer.close(Duration.ZERO);
        inTransaction = false;
        if (shutOut) {
            checkProcess(committed.read(partitions));
        }
        producer = clients.producer();
        producer.initTransactions();
        CommittedTick.Found found = committed.read(partitions);
        checkProcess(found);
        if (found.tick().orElse(Long.MIN_VALUE) >= endedTick) {
            uncertain = false;
            return;
        }
        begin();
        pending.forEach(producer::send);
        commit();
    }

    private void checkProcess(CommittedTick.Found found) {
        if (!found.process().isEmpty() && !found.process().equals(process)) {
            throw LeatException.of(ErrorCode.DATABASE_IN_USE, "another process has taken over writing to " + table)
                    .hint("Only one process may run a database directory, or a copy of it, at a time.");
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        try {
            if (!inTick && !failed) {
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
