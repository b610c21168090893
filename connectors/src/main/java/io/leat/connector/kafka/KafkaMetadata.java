package io.leat.connector.kafka;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.MetadataColumn;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What Kafka knows about a record beside its key and value; the names and types are Flink's. */
enum KafkaMetadata {
    TOPIC("topic", DataType.STRING.withNullable(false), false, "Name of the topic."),
    PARTITION("partition", DataType.INTEGER.withNullable(false), false, "Number of the partition."),
    HEADERS("headers", DataType.map(DataType.STRING, DataType.BYTES), true, "Headers; the last of a name counts."),
    LEADER_EPOCH("leader-epoch", DataType.INTEGER, false, "Epoch of the partition's leader, if known."),
    OFFSET("offset", DataType.BIGINT.withNullable(false), false, "Offset in the partition."),
    TIMESTAMP("timestamp", DataType.TIMESTAMP_LTZ, true, "When the record was made or appended."),
    TIMESTAMP_TYPE("timestamp-type", DataType.STRING.withNullable(false), false, "What the timestamp means.");

    private final MetadataColumn column;
    private final boolean writable;

    KafkaMetadata(String key, DataType type, boolean writable, String description) {
        this.column = new MetadataColumn(key, type, description);
        this.writable = writable;
    }

    /** All of them, as the connector lists them. */
    static List<MetadataColumn> columns() {
        return Arrays.stream(values()).map(metadata -> metadata.column).toList();
    }

    /**
     * What a METADATA column of a table stands for.
     *
     * @throws LeatException if there is no such metadata, or it cannot be had in the column's type
     */
    static KafkaMetadata of(ColumnDefinition definition) {
        String key = definition.metadataKey().orElse(definition.name());
        KafkaMetadata metadata = Arrays.stream(values())
                .filter(candidate -> candidate.column.key().equals(key))
                .findFirst()
                .orElseThrow(() -> LeatException.of(
                                ErrorCode.INVALID_DEFINITION, "Kafka records have no metadata '" + key + "'")
                        .hint("Metadata: "
                                + String.join(
                                        ", ",
                                        columns().stream()
                                                .map(MetadataColumn::key)
                                                .toList())
                                + "."));
        if (!metadata.fits(definition.type())) {
            throw LeatException.of(
                            ErrorCode.TYPE_MISMATCH,
                            "metadata '" + key + "' is " + metadata.column.type() + ", not " + definition.type())
                    .hint("Declare column \"" + definition.name() + "\" as " + metadata.column.type() + ".");
        }
        return metadata;
    }

    /** Whether a sink can set it. */
    boolean isWritable() {
        return writable;
    }

    /** The name in {@code METADATA FROM 'key'}. */
    String key() {
        return column.key();
    }

    private boolean fits(DataType declared) {
        TypeKind kind = declared.kind();
        return switch (this) {
            case TOPIC, TIMESTAMP_TYPE -> kind == TypeKind.VARCHAR;
            case PARTITION, LEADER_EPOCH -> kind == TypeKind.INTEGER || kind == TypeKind.BIGINT;
            case OFFSET -> kind == TypeKind.BIGINT;
            case TIMESTAMP -> kind.isTimestamp();
            case HEADERS ->
                kind == TypeKind.MAP
                        && declared.children().get(0).type().kind().isText()
                        && declared.children().get(1).type().kind().isBinary();
        };
    }

    /** Adds the value of a record to its column. */
    void append(ConsumerRecord<byte[], byte[]> record, ColumnBuilder builder) {
        switch (this) {
            case TOPIC -> builder.appendText(record.topic());
            case PARTITION -> builder.appendLong(record.partition());
            case OFFSET -> builder.appendLong(record.offset());
            case TIMESTAMP_TYPE -> builder.appendText(record.timestampType().name);
            case HEADERS -> builder.appendObject(headers(record));
            case TIMESTAMP -> appendTimestamp(record.timestamp(), builder);
            case LEADER_EPOCH -> record.leaderEpoch().ifPresentOrElse(builder::appendLong, builder::appendNull);
        }
    }

    private static void appendTimestamp(long millis, ColumnBuilder builder) {
        if (millis == ConsumerRecord.NO_TIMESTAMP) {
            builder.appendNull();
        } else {
            builder.appendLong(millis);
        }
    }

    private static Map<String, byte[]> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value());
        }
        return headers;
    }
}
