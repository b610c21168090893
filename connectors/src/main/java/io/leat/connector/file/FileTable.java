package io.leat.connector.file;

import io.leat.connector.format.Format;
import io.leat.connector.format.FormatOptions;
import io.leat.connector.format.Formats;
import io.leat.connector.format.RecordDecoder;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.TableDefinition;
import io.leat.core.limit.Limits;
import io.leat.core.type.Field;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** A decoder of the fields at the given places. */
    RecordDecoder decoder(Set<Integer> read, Limits limits) {
        return format.decoder(recordFields(), read, formatOptions(), limits);
    }

    /** The layout of all columns. */
    StoredLayout layout() {
        return StoredLayout.of(definition.storedColumns());
    }
}
