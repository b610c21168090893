package io.leat.connector.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Sink;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileSinkTest extends FileSinkContract {
    @Override
    protected TableDefinition table() {
        return FileFixture.table("out", "json");
    }

    @Override
    protected String shown(List<Object> row) {
        return "{\"id\":" + row.get(0) + ",\"name\":\"" + row.get(1) + "\"}";
    }

    @Override
    protected boolean knowsItsLastTick() {
        return false;
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(directory.resolve("out"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected List<String> visible() {
        List<String> lines = new ArrayList<>();
        for (String name : names()) {
            if (!name.startsWith(".")) {
                lines.addAll(lines("out/" + name));
            }
        }
        return lines;
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void namesItsFilesByTickAndRollsThem() {
        TableDefinition small =
                FileFixture.table("out", "csv", "sink.rolling-policy.file-size", "10", "csv.header", "true");
        try (Sink sink = connector().openSink(small, context())) {
            sink.write(3, rows(0, 2));
            assertEquals(List.of(".leat"), names());
            sink.flush(4);
        }
        assertEquals(List.of("part-0000000000000000004-1-of-2.csv", "part-0000000000000000004-2-of-2.csv"), names());
        assertEquals(List.of("id,name", "0,n0"), lines("out/part-0000000000000000004-1-of-2.csv"));
    }

    @Test
    void leavesOtherFilesAlone() throws Exception {
        Path out = Files.createDirectories(directory.resolve("out"));
        for (String name : List.of("part-0000000000000000005-1-of-2.json", ".part-0.inprogress", "other.json")) {
            Files.writeString(out.resolve(name), "{}\n");
        }
        List<String> before = names();
        connector().openSink(table(), context()).close();
        assertEquals(before, names());
    }

    @Test
    void writesNothingMoreWhenItHasFailed() {
        Sink sink = connector().openSink(table(), context());
        sink.write(1, rows(0, 1));
        assertThrows(
                LeatException.class,
                () -> sink.write(2, rows(1, 2).plus(rows(0, 1).negate())));
        LeatException again = assertThrows(LeatException.class, () -> sink.flush(2));
        assertEquals("writing to path \"out\" has failed before", again.getMessage());
        sink.close();
        assertEquals(List.of(), names());
    }

    @Test
    void neverOverwritesAFileOfAnotherRun() {
        for (int run = 0; run < 2; run++) {
            try (Sink sink = connector().openSink(table(), context())) {
                sink.write(1, rows(run, run + 1));
                sink.flush(1);
            }
        }
        assertEquals(
                List.of("part-0000000000000000001-1-of-1-run1.json", "part-0000000000000000001-1-of-1.json"), names());
        assertEquals(2, visible().size());
    }

    @Test
    void addsToOneFileInOneStep() throws Exception {
        Files.writeString(directory.resolve("a.csv"), "id,name\n9,old");
        TableDefinition single = FileFixture.table("a.csv", "csv", "csv.header", "true");
        try (Sink sink = connector().openSink(single, context())) {
            sink.write(1, rows(0, 1));
            assertEquals(List.of("id,name", "9,old"), lines("a.csv"));
            sink.flush(1);
            assertEquals(List.of("id,name", "9,old", "0,n0"), lines("a.csv"));
            sink.write(2, rows(1, 2));
        }
        assertEquals(List.of("id,name", "9,old", "0,n0", "1,n1"), lines("a.csv"));
        TableDefinition fresh = FileFixture.table("deep/b.csv", "csv", "csv.header", "true");
        try (Sink sink = connector().openSink(fresh, context())) {
            sink.write(1, rows(0, 1));
        }
        assertEquals(List.of("id,name", "0,n0"), lines("deep/b.csv"));
    }

    @Test
    void refusesWhatFilesCannotHold() {
        List<ColumnDefinition> columns = List.of(ColumnDefinition.metadata("p", DataType.STRING, "file.path", false));
        LeatException metadata = assertThrows(
                LeatException.class, () -> connector().openSink(FileFixture.table(columns, "out", "json"), context()));
        assertEquals("metadata of connector 'filesystem' cannot be written", metadata.getMessage());
        try (Sink sink = connector().openSink(table(), context())) {
            LeatException retraction = assertThrows(
                    LeatException.class, () -> sink.write(1, rows(0, 1).negate()));
            assertEquals("taking a row back from a file is not supported", retraction.getMessage());
        }
    }
}
