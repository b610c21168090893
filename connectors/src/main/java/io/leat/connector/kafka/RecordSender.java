package io.leat.connector.kafka;

import io.leat.core.error.LeatException;
import java.util.OptionalLong;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Brings the records of one sink into its topic. One thread at a time uses it. */
interface RecordSender extends AutoCloseable {

    /** The last tick whose records the topic has for good; empty if that cannot be known. */
    OptionalLong lastTick();

    /**
     * Hands over a record of the current tick.
     *
     * @throws LeatException if writing failed for good
     */
    void send(ProducerRecord<byte[], byte[]> record);

    /** All records of a tick have been handed over. */
    void endTick(long tick);

    /**
     * Makes all ticks that have ended visible.
     *
     * @throws LeatException if that failed for good
     */
    void flush();

    /** Ends, and makes nothing more visible if that can be had. Called instead of {@link #close}. */
    default void abort() {
        close();
    }

    /** Makes all ticks that have ended visible, unless one was begun and not ended, and ends. Idempotent. */
    @Override
    void close();
}
