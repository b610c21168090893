package io.leat.connector.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Sink;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writing rows to directories that a column names. */
class PartitionedSinkTest extends FileSinkContract {
    private static final List<ColumnDefinition> COLUMNS = List.of(
            ColumnDefinition.physical("id", DataType.INTEGER),
            ColumnDefinition.metadata("name", DataType.STRING, ColumnDefinition.PARTITION + "name", false));

    @Override
    protected TableDefinition table() {
        return FileFixture.table(COLUMNS, "out", "json");
    }

    @Override
    protected String shown(List<Object> row) {
        return "name=" + row.get(1) + " {\"id\":" + row.get(0) + "}";
    }

    @Override
    protected boolean knowsItsLastTick() {
        return false;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(directory.resolve("out"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected List<String> visible() {
        List<String> lines = new ArrayList<>();
        for (Path file : files()) {
            if (file.getParent().getFileName().toString().startsWith("name=")) {
                lines(file).forEach(line -> lines.add(file.getParent().getFileName() + " " + line));
            }
        }
        return lines;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void moreDirectoriesThanOpenFiles() {
        int count = PartitionedSink.OPEN_MAX * 2;
        try (Sink sink = connector().openSink(table(), context())) {
            sink.write(1, rows(0, count));
            sink.write(2, rows(0, count));
            assertEquals(List.of(), visible());
            sink.flush(2);
        }
        assertEquals(2L * count, visible().size());
        String last = files().get(0).getFileName().toString();
        assertTrue(last.startsWith("part-0000000000000000002-") && last.endsWith("-of-" + 2 * count + ".json"), last);
    }

    @Test
    void runsKeepApart() {
        for (int run = 0; run < 2; run++) {
            try (Sink sink = connector().openSink(table(), context())) {
                sink.write(1, rows(0, 2));
            }
        }
        assertEquals(4, visible().size());
        assertEquals(
                2,
                files().stream()
                        .filter(file -> file.toString().endsWith("-run1.json"))
                        .count());
    }
}
