package io.leat.connector.kafka;

import io.leat.connector.format.Formats;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import java.util.ArrayList;
import java.util.List;

/** The options of the Kafka connectors; names and meaning are Flink's. */
final class KafkaOptions {
    static final String TOPIC = "topic";
    static final String FORMAT = "format";
    static final String VALUE_FORMAT = "value.format";
    static final String VALUE_FIELDS = "value.fields-include";
    static final String KEY_FORMAT = "key.format";
    static final String KEY_FIELDS = "key.fields";
    static final String KEY_PREFIX = "key.fields-prefix";
    static final String STARTUP_MODE = "scan.startup.mode";
    static final String STARTUP_TIMESTAMP = "scan.startup.timestamp-millis";
    static final String STARTUP_OFFSETS = "scan.startup.specific-offsets";
    static final String BOUNDED_MODE = "scan.bounded.mode";
    static final String DISCOVERY = "scan.topic-partition-discovery.interval";
    static final String MISSING_OFFSETS = "scan.missing-offsets";
    static final String PARTITIONER = "sink.partitioner";
    static final String GUARANTEE = "sink.delivery-guarantee";
    static final String EXACTLY_ONCE = "exactly-once";
    static final String AT_LEAST_ONCE = "at-least-once";

    /** Values of {@link #MISSING_OFFSETS}. */
    static final List<String> MISSING_OFFSETS_WORDS = List.of("fail", "earliest");

    /** Values of {@link #VALUE_FIELDS}, in lower case. */
    static final List<String> VALUE_FIELDS_WORDS = List.of("all", "except_key");

    private static final List<ConnectorOption> SHARED = List.of(
            ConnectorOption.required(TOPIC, Kind.TEXT, "The topic; a source can read several: 'a;b'."),
            ConnectorOption.optional(VALUE_FORMAT, Kind.TEXT, "Format of the record's value."),
            ConnectorOption.optional(VALUE_FIELDS, Kind.TEXT, "ALL", "ALL columns lie in the value, or EXCEPT_KEY."),
            ConnectorOption.optional(KEY_FORMAT, Kind.TEXT, "Format of the record's key."),
            ConnectorOption.optional(KEY_PREFIX, Kind.TEXT, "", "What key columns have before the key's field names."),
            ConnectorOption.optional(BOUNDED_MODE, Kind.TEXT, "unbounded", "unbounded, or latest-offset: end there."),
            ConnectorOption.optional(
                    DISCOVERY, Kind.DURATION, "10 s", "How often new partitions are looked for; 0: never."),
            ConnectorOption.optional(
                    MISSING_OFFSETS,
                    Kind.TEXT,
                    "fail",
                    "When records were deleted before they were read: fail, or go on with the earliest there is."),
            ConnectorOption.optional(
                    "scan.watermark.idle-timeout", Kind.DURATION, "When a silent partition stops holding event time."),
            ConnectorOption.optional(
                    GUARANTEE,
                    Kind.TEXT,
                    "exactly-once where the engine keeps its progress, else at-least-once; the best there is by default."));

    private static final List<ConnectorOption> APPEND = List.of(
            ConnectorOption.optional(FORMAT, Kind.TEXT, "Format of the record's value, same as 'value.format'."),
            ConnectorOption.optional(KEY_FIELDS, Kind.TEXT, "Columns that lie in the record's key: 'a;b'."),
            ConnectorOption.optional(
                    STARTUP_MODE,
                    Kind.TEXT,
                    "earliest-offset",
                    "earliest-offset, latest-offset, timestamp or specific-offsets."),
            ConnectorOption.optional(
                    STARTUP_TIMESTAMP, Kind.INTEGER, "Where mode timestamp begins, epoch milliseconds."),
            ConnectorOption.optional(
                    STARTUP_OFFSETS, Kind.TEXT, "Such as 'partition:0,offset:42;partition:1,offset:7'."),
            ConnectorOption.optional(PARTITIONER, Kind.TEXT, "default", "default: by key, or in turn without key."));

    private KafkaOptions() {}

    /** The options of connector {@code kafka}. */
    static List<ConnectorOption> append() {
        List<ConnectorOption> all = new ArrayList<>(SHARED);
        all.addAll(APPEND);
        all.addAll(Formats.options(""));
        return withFormatsAndClients(all);
    }

    /** The options of connector {@code upsert-kafka}. */
    static List<ConnectorOption> upsert() {
        return withFormatsAndClients(new ArrayList<>(SHARED));
    }

    private static List<ConnectorOption> withFormatsAndClients(List<ConnectorOption> all) {
        all.addAll(Formats.options("value."));
        all.addAll(Formats.options("key."));
        all.addAll(ClientProperties.options());
        return List.copyOf(all);
    }
}
