package io.leat.connector.file;

import io.leat.connector.format.Formats;
import io.leat.core.connector.Boundedness;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import io.leat.core.connector.DeliveryGuarantee;
import io.leat.core.connector.MetadataColumn;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.SinkMode;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables over files; option names as in Flink. */
public final class FileConnector implements Connector {
    static final String ROLLING_FILE_SIZE = "sink.rolling-policy.file-size";

    static final List<ConnectorOption> OPTIONS = Stream.concat(
                    Stream.of(
                            ConnectorOption.required(
                                    FileTable.PATH,
                                    Kind.TEXT,
                                    "Option 'path' is a file, a directory or a pattern such as 'logs/*.json'."),
                            ConnectorOption.required(
                                    FileTable.FORMAT,
                                    Kind.TEXT,
                                    "Option 'format' is one of " + String.join(", ", Formats.names()) + "."),
                            ConnectorOption.optional(
                                    FileTable.MONITOR_INTERVAL,
                                    Kind.DURATION,
                                    "Follow the files: look so often for more lines and new files."),
                            ConnectorOption.optional(
                                    ROLLING_FILE_SIZE,
                                    Kind.TEXT,
                                    "128MB",
                                    "The size at which writing goes on in another file, such as '64MB'.")),
                    Formats.fileOptions("").stream())
            .toList();

    private static final int BUFFER_BYTES = 256 << 10;

    private final int bufferBytes;

    /** The connector, as it is found. */
    public FileConnector() {
        this(BUFFER_BYTES);
    }

    /** A connector that reads with other buffers, for tests. */
    FileConnector(int bufferBytes) {
        this.bufferBytes = bufferBytes;
    }

    @Override
    public String name() {
        return "filesystem";
    }

    @Override
    public List<ConnectorOption> options() {
        return OPTIONS;
    }

    @Override
    public List<MetadataColumn> metadata() {
        return FileMetadata.COLUMNS;
    }

    @Override
    public void validate(TableDefinition table) {
        FileTable files = FileTable.of(table);
        files.format().validate(files.recordFields(), files.formatOptions());
        if (!files.format().hasRecords() && files.monitorInterval().isPresent()) {
            throw LeatException.unsupported(
                    "option '" + FileTable.MONITOR_INTERVAL + "' with format '"
                            + files.format().name() + "'",
                    "Leave the option out: such files are read when they are complete.");
        }
        RollingSize.of(files.options());
        table.storedColumns().stream()
                .filter(column -> column.kind() == ColumnDefinition.Kind.METADATA)
                .forEach(FileMetadata::check);
    }

    @Override
    public Boundedness boundedness(TableDefinition table) {
        boolean followed = FileTable.of(table).monitorInterval().isPresent();
        return followed ? Boundedness.UNBOUNDED : Boundedness.BOUNDED;
    }

    @Override
    public Source openSource(TableDefinition table, SourceRange range, SourceContext context) {
        FileTable files = FileTable.of(table);
        FileSelection selection = new FileSelection(files.path(), context.directory());
        FileOpener opener = new FileOpener(files, context.limits(), bufferBytes);
        Optional<Duration> interval = files.monitorInterval();
        if (interval.isPresent() && range.until().isEmpty()) {
            return new FollowingSource(selection, opener, range, context.clock(), interval.get());
        }
        return new FiniteSource(selection, opener, range);
    }

    @Override
    public SinkMode sinkMode(TableDefinition table) {
        return SinkMode.APPEND_ONLY;
    }

    @Override
    public DeliveryGuarantee guarantee(TableDefinition table, boolean durable) {
        return durable ? DeliveryGuarantee.EXACTLY_ONCE : DeliveryGuarantee.AT_LEAST_ONCE;
    }

    @Override
    public Sink openSink(TableDefinition table, SinkContext context) {
        FileTable files = FileTable.of(table);
        return FileSink.of(files, context.directory(), new SystemFiles(), context.identity());
    }
}
