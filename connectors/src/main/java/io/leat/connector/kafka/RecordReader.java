package io.leat.connector.kafka;

import io.leat.connector.format.DecodeOutcome;
import io.leat.connector.format.RecordDecoder;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.RowCollector;
import io.leat.core.limit.Limits;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Turns Kafka records into rows. In an upsert table the key's columns come from the record's key and a record without
 * value is a deletion; elsewhere a column that lies in both comes from the value, and a record without value is no row
 * unless its format is {@code raw}, where it is NULL. Not safe for several threads.
 */
final class RecordReader {
    private static final byte[] NOTHING = {};

    private final boolean upsert;
    private final boolean nullIsRow;
    private final Part key;
    private final Part value;
    private final List<RecordLayout.MetadataPlace> metadata;

    /**
     * The key or the value of records.
     *
     * @param columns by field: the stored column
     * @param read the fields that are read
     * @param decoder empty if there is nothing to decode
     * @param builders by field: the column's builder, for one record at a time
     */
    private record Part(int[] columns, int[] read, Optional<RecordDecoder> decoder, ColumnBuilder[] builders) {

        static Part of(
                List<RecordLayout.Place> places,
                Set<Integer> readColumns,
                Function<Set<Integer>, Optional<RecordDecoder>> decoders) {
            int[] columns = places.stream().mapToInt(RecordLayout.Place::column).toArray();
            int[] read = IntStream.range(0, columns.length)
                    .filter(field -> readColumns.contains(columns[field]))
                    .toArray();
            Set<Integer> fields = Arrays.stream(read).boxed().collect(Collectors.toSet());
            return new Part(columns, read, decoders.apply(fields), new ColumnBuilder[columns.length]);
        }

        void take(RowCollector rows) {
            for (int field : read) {
                builders[field] = rows.column(columns[field]);
            }
        }

        void appendNulls() {
            for (int field : read) {
                builders[field].appendNull();
            }
        }
    }

    /**
     * A reader of a table's records.
     *
     * @param columns the stored columns that are read
     */
    RecordReader(KafkaTable table, Set<Integer> columns, Limits limits) {
        upsert = table.isUpsert();
        RecordLayout layout = table.layout(table.definition().storedColumns());
        boolean readsKey = upsert || !table.valueHasKey();
        List<RecordLayout.Place> keyPlaces = readsKey ? layout.key() : List.of();
        metadata = layout.metadata().stream()
                .filter(place -> columns.contains(place.column()))
                .toList();
        KafkaTable.FormatChoice format = table.valueFormat();
        nullIsRow = format.format().name().equals("raw");
        key = Part.of(
                keyPlaces,
                columns,
                read -> table.keyFormat()
                        .filter(choice -> readsKey)
                        .map(choice -> choice.decoder(keyPlaces, read, limits)));
        Set<Integer> inValue = new HashSet<>(columns);
        RecordLayout.columns(keyPlaces).forEach(inValue::remove);
        value = Part.of(
                layout.value(),
                inValue,
                read -> layout.value().isEmpty()
                        ? Optional.empty()
                        : Optional.of(format.decoder(layout.value(), read, limits)));
    }

    /**
     * Gives a record's row, deletion or complaint to a collector, or nothing if it is no row.
     *
     * @param partition index of the record's partition
     */
    void read(ConsumerRecord<byte[], byte[]> record, int partition, RowCollector rows) {
        if (record.value() == null && !upsert && !nullIsRow) {
            return;
        }
        if (upsert && record.key() == null) {
            bad(record, NOTHING, "the record has no key", rows);
            return;
        }
        if (!readKey(record, rows) || !readValue(record, rows)) {
            rows.discardRow();
            return;
        }
        for (RecordLayout.MetadataPlace place : metadata) {
            place.metadata().append(record, rows.column(place.column()));
        }
        rows.offset(record.offset());
        rows.endRow(partition, upsert && record.value() == null ? -1 : 1);
    }

    private boolean readKey(ConsumerRecord<byte[], byte[]> record, RowCollector rows) {
        DecodeOutcome outcome = read(key, record.key(), rows);
        if (outcome.isBad()) {
            bad(record, record.key(), "key: " + outcome.reason(), rows);
        }
        return outcome.isRow();
    }

    private boolean readValue(ConsumerRecord<byte[], byte[]> record, RowCollector rows) {
        DecodeOutcome outcome = read(value, record.value(), rows);
        if (outcome.isBad()) {
            bad(record, record.value(), outcome.reason(), rows);
        }
        return outcome.isRow();
    }

    private static DecodeOutcome read(Part part, byte[] bytes, RowCollector rows) {
        part.take(rows);
        if (part.decoder().isEmpty() || bytes == null) {
            part.appendNulls();
            return DecodeOutcome.ROW;
        }
        return part.decoder().get().decode(bytes, 0, bytes.length, part.builders());
    }

    private static void bad(ConsumerRecord<byte[], byte[]> record, byte[] raw, String reason, RowCollector rows) {
        rows.discardRow();
        rows.badRecord(
                new BadRecord(PartitionName.of(record.topic(), record.partition()), record.offset(), raw, reason));
    }
}
