package io.leat.connector.kafka;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/** Sends records to one topic in order, without doubling any by its own retries, and remembers the first failure. */
final class TopicProducer implements RecordSender {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final KafkaTable table;
    private final Clock clock;
    private final Acknowledgements acknowledgements;
    private final KafkaFailure failures;
    private final AtomicReference<Exception> failed = new AtomicReference<>();
    private final Producer<byte[], byte[]> producer;
    private boolean closed;

    /**
     * Connects and looks the topic up.
     *
     * @throws LeatException within {@code max.block.ms}, if the broker cannot be reached or has no such topic
     */
    TopicProducer(KafkaTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
        this.failures = new KafkaFailure(table.clients());
        this.acknowledgements = new Acknowledgements(clock);
        this.producer = connect();
    }

    /** Sends through a producer that is connected already. */
    TopicProducer(KafkaTable table, Clock clock, Producer<byte[], byte[]> producer) {
        this.table = table;
        this.clock = clock;
        this.failures = new KafkaFailure(table.clients());
        this.acknowledgements = new Acknowledgements(clock);
        this.producer = producer;
    }

    private Producer<byte[], byte[]> connect() {
        long started = clock.nanos();
        Producer<byte[], byte[]> made = null;
        try {
            made = new KafkaProducer<>(table.clients().producer());
            TopicLookup.partitions(table, made);
            return made;
        } catch (KafkaException e) {
            if (made != null) {
                made.close(Duration.ZERO);
            }
            throw TopicLookup.notOpened(table, e, Duration.ofNanos(clock.nanos() - started));
        }
    }

    /** Not known: what was sent before a crash may or may not have arrived. */
    @Override
    public OptionalLong lastTick() {
        return OptionalLong.empty();
    }

    @Override
    public void endTick(long tick) {
        // Records go out on their own, whatever tick they belong to.
    }

    /** Hands a record over; it is sent soon. */
    @Override
    public void send(ProducerRecord<byte[], byte[]> record) {
        check();
        acknowledgements.sent();
        try {
            producer.send(record, (place, failure) -> answered(failure));
        } catch (KafkaException e) {
            acknowledgements.answered();
            throw failures.of("writing to " + table, Duration.ZERO, e);
        }
    }

    private void answered(Exception failure) {
        if (failure != null) {
            failed.compareAndSet(null, failure);
        }
        acknowledgements.answered();
    }

    /**
     * Waits until all that was handed over is in the topic.
     *
     * @throws LeatException if it is not there within {@code delivery.timeout.ms}
     */
    @Override
    public void flush() {
        if (!acknowledgements.await(table.clients().deliveryTimeout().plus(GRACE))) {
            failed.compareAndSet(null, new TimeoutException("no answer to records that were sent"));
        }
        check();
    }

    private void check() {
        Exception failure = failed.get();
        if (failure instanceof TimeoutException) {
            throw LeatException.of(ErrorCode.CONNECTION, table.clients() + " took no records for too long", failure)
                    .hint("Check that the broker runs. 'properties.delivery.timeout.ms' says how long to try.");
        }
        if (failure instanceof KafkaException) {
            throw failures.of("writing to " + table, Duration.ZERO, (KafkaException) failure);
        }
        if (failure != null) {
            throw LeatException.of(ErrorCode.INPUT_OUTPUT, "writing to " + table + " failed", failure);
        }
    }

    /** Sends what was handed over, for a while at most, and ends. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            producer.close(CLOSE_TIMEOUT);
            check();
        }
    }
}
