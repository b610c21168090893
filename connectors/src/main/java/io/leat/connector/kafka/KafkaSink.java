package io.leat.connector.kafka;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.DeliveryGuarantee;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Writes rows to a topic: exactly once in transactions if the engine gives the sink an identity that survives a crash,
 * else at least once: then the last ticks may stand in the topic twice, with the same number in header
 * {@code leat.tick}. An append-only table writes a record for each new row; an upsert table writes the latest
 * row of each key, and a record without value for a key that is gone.
 */
final class KafkaSink implements Sink {
    private final KafkaTable table;
    private final RecordWriter writer;
    private final RecordSender sender;

    /**
     * Opens a sink.
     *
     * @throws LeatException if the table cannot be written, or the broker cannot be reached
     */
    KafkaSink(KafkaTable table, SinkContext context) {
        if (table.topics().size() > 1) {
            throw LeatException.of(
                            ErrorCode.INVALID_OPTION,
                            "a sink writes to one topic, but option 'topic' of table \""
                                    + table.definition().name() + "\" names "
                                    + table.topics().size())
                    .hint("Create a table for each topic.");
        }
        this.table = table;
        Optional<TransactionalClients> transactions = transactions(table, context);
        this.writer = new RecordWriter(table, transactions.map(TransactionalClients::id));
        this.sender = transactions.isPresent()
                ? new TransactionalProducer(table, transactions.get(), context.clock())
                : new TopicProducer(table, context.clock());
    }

    /** How to write exactly once, if that can be had and is wanted. */
    private static Optional<TransactionalClients> transactions(KafkaTable table, SinkContext context) {
        Optional<String> wanted = table.options().text(KafkaOptions.GUARANTEE);
        if (wanted.filter(KafkaOptions.EXACTLY_ONCE::equalsIgnoreCase).isPresent()
                && context.identity().isEmpty()) {
            throw LeatException.unsupported(
                    "'" + KafkaOptions.GUARANTEE + "'='" + KafkaOptions.EXACTLY_ONCE
                            + "' without progress that is kept",
                    "Leave it out for at-least-once; header " + RecordWriter.TICK_HEADER + " tells repeated records.");
        }
        boolean once = table.guarantee(context.identity().isPresent()) == DeliveryGuarantee.EXACTLY_ONCE;
        return context.identity().filter(identity -> once).map(identity -> new TransactionalClients(table, identity));
    }

    @Override
    public OptionalLong lastTick() {
        return sender.lastTick();
    }

    @Override
    public void write(long tick, ZSet changes) {
        Set<ByteBuffer> present = table.isUpsert() ? keysPresent(tick, changes) : Set.of();
        for (Chunk chunk : changes.chunks()) {
            RecordWriter.Rows rows = writer.rows(chunk, tick);
            for (int row = 0; row < chunk.size(); row++) {
                if (chunk.weight(row) < 0) {
                    retract(rows, row, present);
                } else {
                    append(rows, row, table.isUpsert() ? 1 : chunk.weight(row));
                }
            }
        }
        sender.endTick(tick);
    }

    private Set<ByteBuffer> keysPresent(long tick, ZSet changes) {
        Set<ByteBuffer> keys = new HashSet<>();
        for (Chunk chunk : changes.chunks()) {
            RecordWriter.Rows rows = writer.rows(chunk, tick);
            for (int row = 0; row < chunk.size(); row++) {
                if (chunk.weight(row) > 0) {
                    keys.add(ByteBuffer.wrap(rows.key(row)));
                }
            }
        }
        return keys;
    }

    private void append(RecordWriter.Rows rows, int row, long times) {
        for (long i = 0; i < times; i++) {
            sender.send(rows.record(row));
        }
    }

    /** The old row of a key that has a new one needs no record: the new one replaces it. */
    private void retract(RecordWriter.Rows rows, int row, Set<ByteBuffer> present) {
        if (!table.isUpsert()) {
            throw LeatException.internal("an append-only sink was given a retraction", null);
        }
        if (!present.contains(ByteBuffer.wrap(rows.key(row)))) {
            sender.send(rows.tombstone(row));
        }
    }

    @Override
    public void flush(long upToTick) {
        sender.flush();
    }

    @Override
    public void abort() {
        sender.abort();
    }

    @Override
    public void close() {
        sender.close();
    }

    /** Says what it writes. */
    @Override
    public String toString() {
        return "Kafka sink of " + table;
    }
}
