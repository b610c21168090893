package io.leat.connector.kafka;

import io.leat.connector.format.DecodeOutcome;
import io.leat.connector.format.RecordDecoder;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.RowCollector;
import io.leat.core.limit.Limits;
import io.leat.core.type.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Turns Kafka records into rows. In an upsert table the key's columns come from the record's key and a record without
 * value is a deletion; elsewhere a column that lies in both comes from the value, and a record without value is no row
 * unless its format is {@code raw}, where it is NULL.
 */
final class RecordReader {
    private static final byte[] NOTHING = {};

    private final boolean upsert;
    private final boolean nullIsRow;
    private final List<ColumnDefinition> columns;
    private final List<RecordLayout.Place> keyPlaces;
    private final List<RecordLayout.Place> valuePlaces;
    private final List<RecordLayout.MetadataPlace> metadata;
    private final Optional<RecordDecoder> keyDecoder;
    private final Optional<RecordDecoder> valueDecoder;
    private final ColumnBuilder[] keyBuilders;
    private final ColumnBuilder[] valueBuilders;
    /** By place in the value: what takes a column that comes from the key, so that decoders find all columns. */
    private final ColumnBuilder[] unused;

    /** A reader of a table's records. */
    RecordReader(KafkaTable table, Limits limits) {
        upsert = table.isUpsert();
        columns = table.definition().storedColumns();
        RecordLayout layout = table.layout(columns);
        boolean readsKey = upsert || !table.valueHasKey();
        keyPlaces = readsKey ? layout.key() : List.of();
        valuePlaces = layout.value();
        metadata = layout.metadata();
        KafkaTable.FormatChoice value = table.valueFormat();
        nullIsRow = value.format().name().equals("raw");
        valueDecoder = valuePlaces.isEmpty()
                ? Optional.empty()
                : Optional.of(value.format().decoder(valueFields(), value.options(), limits));
        keyDecoder = table.keyFormat()
                .filter(key -> readsKey)
                .map(key -> key.format().decoder(RecordLayout.fields(keyPlaces), key.options(), limits));
        keyBuilders = new ColumnBuilder[keyPlaces.size()];
        valueBuilders = new ColumnBuilder[valuePlaces.size()];
        unused = unused();
    }

    /** The value's fields; those that come from the key may be missing there. */
    private List<Field> valueFields() {
        Set<Integer> fromKey = Set.copyOf(RecordLayout.columns(keyPlaces));
        return valuePlaces.stream()
                .map(place -> fromKey.contains(place.column())
                        ? new Field(place.field().name(), place.field().type().withNullable(true))
                        : place.field())
                .toList();
    }

    private ColumnBuilder[] unused() {
        Set<Integer> fromKey = Set.copyOf(RecordLayout.columns(keyPlaces));
        ColumnBuilder[] builders = new ColumnBuilder[valuePlaces.size()];
        for (int i = 0; i < builders.length; i++) {
            RecordLayout.Place place = valuePlaces.get(i);
            builders[i] = fromKey.contains(place.column())
                    ? ColumnBuilder.of(place.field().type(), 16)
                    : null;
        }
        return builders;
    }

    /**
     * Gives a record's row, deletion or complaint to a collector, or nothing if it is no row.
     *
     * @param partition index of the record's partition
     * @return whether it was a row
     */
    boolean read(ConsumerRecord<byte[], byte[]> record, int partition, RowCollector rows) {
        if (record.value() == null && !upsert && !nullIsRow) {
            return false;
        }
        if (upsert && record.key() == null) {
            bad(record, NOTHING, "the record has no key", rows);
            return false;
        }
        if (!readKey(record, rows) || !readValue(record, rows)) {
            rows.discardRow();
            return false;
        }
        for (RecordLayout.MetadataPlace place : metadata) {
            place.metadata().append(record, rows.column(place.column()));
        }
        rows.endRow(partition, upsert && record.value() == null ? -1 : 1);
        return true;
    }

    private boolean readKey(ConsumerRecord<byte[], byte[]> record, RowCollector rows) {
        for (int i = 0; i < keyBuilders.length; i++) {
            keyBuilders[i] = rows.column(keyPlaces.get(i).column());
        }
        if (keyDecoder.isEmpty() || record.key() == null) {
            appendNulls(keyBuilders);
            return true;
        }
        byte[] key = record.key();
        DecodeOutcome outcome = keyDecoder.get().decode(key, 0, key.length, keyBuilders);
        if (outcome.isBad()) {
            bad(record, key, "key: " + outcome.reason(), rows);
        }
        return outcome.isRow();
    }

    private boolean readValue(ConsumerRecord<byte[], byte[]> record, RowCollector rows) {
        for (int i = 0; i < valueBuilders.length; i++) {
            valueBuilders[i] =
                    unused[i] == null ? rows.column(valuePlaces.get(i).column()) : unused[i];
        }
        matchUnused(rows);
        if (valueDecoder.isEmpty() || record.value() == null) {
            appendNulls(valueBuilders);
            return true;
        }
        byte[] value = record.value();
        DecodeOutcome outcome = valueDecoder.get().decode(value, 0, value.length, valueBuilders);
        if (outcome.isBad()) {
            bad(record, value, outcome.reason(), rows);
        }
        return outcome.isRow();
    }

    /** Decoders want builders of one size: brings the unused ones to that of the others. */
    private void matchUnused(RowCollector rows) {
        for (int i = 0; i < unused.length; i++) {
            if (unused[i] != null) {
                int size = rows.column(valuePlaces.get(i).column()).size() - 1;
                unused[i].truncate(size);
                while (unused[i].size() < size) {
                    unused[i].appendNull();
                }
            }
        }
    }

    private static void appendNulls(ColumnBuilder[] builders) {
        for (ColumnBuilder builder : builders) {
            builder.appendNull();
        }
    }

    private static void bad(ConsumerRecord<byte[], byte[]> record, byte[] raw, String reason, RowCollector rows) {
        rows.discardRow();
        rows.badRecord(
                new BadRecord(PartitionName.of(record.topic(), record.partition()), record.offset(), raw, reason));
    }
}
