package io.leat.connector.file;

import io.leat.connector.format.Format;
import io.leat.connector.format.FormatOptions;
import io.leat.connector.format.Formats;
import io.leat.connector.format.RecordDecoder;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.TableDefinition;
import io.leat.core.limit.Limits;
import io.leat.core.type.Field;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table over files: its options, read.
 *
 * @param definition the table
 * @param options its options
 * @param format what is in its files
 */
record FileTable(TableDefinition definition, OptionReader options, Format format) {
    static final String PATH = "path";
    static final String FORMAT = "format";
    static final String MONITOR_INTERVAL = "source.monitor-interval";

    static FileTable of(TableDefinition definition) {
        OptionReader options = new OptionReader(definition, FileConnector.OPTIONS);
        return new FileTable(definition, options, Formats.named(options.required(FORMAT)));
    }

    FormatOptions formatOptions() {
        return new FormatOptions(options, "", format.name());
    }

    String path() {
        return options.required(PATH);
    }

    /** How often to look for more, if the files are followed. */
    Optional<Duration> monitorInterval() {
        return options.duration(MONITOR_INTERVAL);
    }

    private static List<Field> fields(List<ColumnDefinition> columns) {
        return columns.stream().map(ColumnDefinition::field).toList();
    }

    List<Field> recordFields() {
        return fields(definition.physicalColumns());
    }

    RecordDecoder decoder(Limits limits) {
        return format.decoder(recordFields(), formatOptions(), limits);
    }

    private boolean isMetadata(int storedColumn) {
        return definition.storedColumns().get(storedColumn).kind() == ColumnDefinition.Kind.METADATA;
    }

    /** The builders of the record's fields. */
    ColumnBuilder[] recordBuilders(RowCollector rows) {
        return IntStream.range(0, definition.storedColumns().size())
                .filter(i -> !isMetadata(i))
                .mapToObj(rows::column)
                .toArray(ColumnBuilder[]::new);
    }

    /** The places of the METADATA columns among the stored ones. */
    int[] metadataColumns() {
        return IntStream.range(0, definition.storedColumns().size())
                .filter(this::isMetadata)
                .toArray();
    }

    String metadataKey(int storedColumn) {
        ColumnDefinition column = definition.storedColumns().get(storedColumn);
        return column.metadataKey().orElse(column.name());
    }
}
