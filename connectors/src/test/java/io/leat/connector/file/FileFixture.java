package io.leat.connector.file;

import static io.leat.connector.contract.Tables.column;

import io.leat.connector.contract.CollectingRows;
import io.leat.connector.contract.Tables;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.limit.Limits;
import io.leat.core.time.ManualClock;
import io.leat.core.type.DataType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** A directory with files, and a table over them. */
final class FileFixture {
    static final List<ColumnDefinition> COLUMNS =
            List.of(column("id", DataType.INTEGER), column("name", DataType.STRING));

    final Path directory;
    final ManualClock clock = new ManualClock(0);

    FileFixture(Path directory) {
        this.directory = directory;
    }

    SourceContext context() {
        return new SourceContext(clock, Limits.DEFAULT, directory);
    }

    static TableDefinition table(String path, String format, String... options) {
        return table(COLUMNS, path, format, options);
    }

    static TableDefinition table(List<ColumnDefinition> columns, String path, String format, String... options) {
        Map<String, String> all = new TreeMap<>(Map.of("connector", "filesystem", "path", path, "format", format));
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i], options[i + 1]);
        }
        return Tables.of(columns, all);
    }

    void write(String name, String content) {
        write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] content) {
        put(name, content, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    void append(String name, String content) {
        put(name, content.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void put(String name, byte[] content, StandardOpenOption... options) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A source that reads so many bytes at once. */
    Source open(TableDefinition table, int bufferBytes, Position from) {
        SourceRange range = new SourceRange(Optional.of(from), Optional.empty());
        return new FileConnector(bufferBytes).openSource(table, range, context());
    }

    /** Everything there is to read. */
    CollectingRows read(TableDefinition table, int bufferBytes) {
        try (Source source = open(table, bufferBytes, Position.START)) {
            return rest(table, source);
        }
    }

    List<List<Object>> rows(TableDefinition table) {
        return read(table, 64).values();
    }

    /** Everything there is to read just now, after the disk has been looked at again. */
    CollectingRows rest(TableDefinition table, Source source) {
        clock.advance(Duration.ofSeconds(1));
        CollectingRows rows = new CollectingRows(table);
        PollStatus status = PollStatus.MORE;
        while (status == PollStatus.MORE) {
            status = source.poll(rows, 100);
        }
        return rows;
    }
}
