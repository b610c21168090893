package io.leat.connector.kafka;

import io.leat.connector.format.RecordEncoder;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.JavaValues;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Turns rows into Kafka records, each with the number of its tick in a header. */
final class RecordWriter {
    /** The header with the number of the tick, in decimal digits. */
    static final String TICK_HEADER = "leat.tick";

    /** The header with the identity of the sink, where it has one. */
    static final String WRITER_HEADER = "leat.writer";

    private final String topic;
    private final List<ColumnDefinition> columns;
    private final RecordLayout layout;
    private final Optional<RecordEncoder> keyEncoder;
    private final Optional<RecordEncoder> valueEncoder;
    private final Optional<byte[]> identity;

    /** A writer of a table's records, which carry the sink's identity if it has one. */
    RecordWriter(KafkaTable table, Optional<String> identity) {
        this.identity = identity.map(text -> text.getBytes(StandardCharsets.UTF_8));
        topic = table.topics().get(0);
        columns = table.definition().writtenColumns();
        layout = table.layout(columns);
        for (RecordLayout.MetadataPlace place : layout.metadata()) {
            checkWritable(place);
        }
        KafkaTable.FormatChoice value = table.valueFormat();
        valueEncoder = layout.value().isEmpty()
                ? Optional.empty()
                : Optional.of(value.format().encoder(RecordLayout.fields(layout.value()), value.options()));
        keyEncoder =
                table.keyFormat().map(key -> key.format().encoder(RecordLayout.fields(layout.key()), key.options()));
    }

    private void checkWritable(RecordLayout.MetadataPlace place) {
        if (!place.metadata().isWritable()) {
            String column = columns.get(place.column()).name();
            throw LeatException.of(
                            ErrorCode.INVALID_DEFINITION,
                            "column \"" + column + "\" cannot be written: Kafka itself sets metadata '"
                                    + place.metadata().key() + "'")
                    .hint("Declare it as METADATA FROM '" + place.metadata().key() + "' VIRTUAL.");
        }
    }

    /** The rows of a chunk, ready to be encoded. */
    Rows rows(Chunk chunk, long tick) {
        return new Rows(chunk, tick);
    }

    /** The rows of one chunk. */
    final class Rows {
        private final Chunk chunk;
        private final Chunk keys;
        private final Chunk values;
        private final byte[] tick;

        private Rows(Chunk chunk, long tick) {
            this.chunk = chunk;
            this.keys = chunk.select(RecordLayout.columns(layout.key()));
            this.values = chunk.select(RecordLayout.columns(layout.value()));
            this.tick = Long.toString(tick).getBytes(StandardCharsets.US_ASCII);
        }

        /** The key of a row, or null if the table has none. */
        byte[] key(int row) {
            return keyEncoder.map(encoder -> encoder.encode(keys, row)).orElse(null);
        }

        /** The record that says what a row is now. */
        ProducerRecord<byte[], byte[]> record(int row) {
            byte[] value =
                    valueEncoder.map(encoder -> encoder.encode(values, row)).orElse(new byte[0]);
            return record(row, value);
        }

        /** The record that says that a row's key is gone. */
        ProducerRecord<byte[], byte[]> tombstone(int row) {
            return record(row, null);
        }

        private ProducerRecord<byte[], byte[]> record(int row, byte[] value) {
            Headers headers = new RecordHeaders();
            Long timestamp = null;
            for (RecordLayout.MetadataPlace place : layout.metadata()) {
                DataType type = columns.get(place.column()).type();
                Object given = JavaValues.get(type, chunk.column(place.column()), row);
                if (place.metadata() == KafkaMetadata.HEADERS) {
                    addHeaders(headers, given);
                } else if (given != null) {
                    timestamp = JavaValues.toLong(type, given);
                }
            }
            headers.add(TICK_HEADER, tick);
            identity.ifPresent(text -> headers.add(WRITER_HEADER, text));
            return new ProducerRecord<>(topic, null, timestamp, key(row), value, headers);
        }
    }

    private static void addHeaders(Headers headers, Object given) {
        if (given instanceof Map<?, ?>) {
            ((Map<?, ?>) given).forEach((name, value) -> headers.add((String) name, (byte[]) value));
        }
    }
}
