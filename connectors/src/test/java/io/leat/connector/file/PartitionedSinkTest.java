package io.leat.connector.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.Column;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Sink;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** Rows with names, each in a row of its own and taken from a few texts that repeat. */
    private static List<Chunk> named(List<String> names) {
        ChunkBuilder own = new ChunkBuilder(List.of(DataType.INTEGER, DataType.STRING), names.size());
        ChunkBuilder once = new ChunkBuilder(List.of(DataType.STRING), names.size());
        List<String> distinct = names.stream().distinct().toList();
        distinct.forEach(name -> {
            JavaValues.append(once.column(0), DataType.STRING, name);
            once.endRow(1);
        });
        int[] rows = names.stream().mapToInt(distinct::indexOf).toArray();
        for (int i = 0; i < rows.length; i++) {
            own.column(0).appendLong(i);
            JavaValues.append(own.column(1), DataType.STRING, names.get(i));
            own.endRow(1);
        }
        Chunk chunk = own.build();
        Column repeated = ((BytesColumn) once.build().column(0)).pick(rows, rows.length);
        return List.of(chunk, chunk.withColumns(List.of(chunk.column(0), repeated)));
    }

    @Test
    void neighboursInOneDirectoryAndInOthers() {
        List<String> names =
                Arrays.asList("a", "a", "", "", "b", null, null, "a", "b", "b", null, "a", "a", "a", "a", "a");
        try (Sink sink = connector().openSink(table(), context())) {
            named(names).forEach(chunk -> sink.write(1, ZSet.of(chunk)));
        }
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String directory = "name=" + (names.get(i) == null ? "__DEFAULT_PARTITION__" : names.get(i));
            expected.addAll(List.of(directory + " {\"id\":" + i + "}", directory + " {\"id\":" + i + "}"));
        }
        assertEquals(
                expected.stream().sorted().toList(), visible().stream().sorted().toList());
    }
}
