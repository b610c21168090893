package io.leat.connector.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.connector.contract.Tables;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.time.ManualClock;
import io.leat.core.type.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several sinks in one directory. */
class SinkDirectoryTest {
    @TempDir
    Path directory;

    private final TableDefinition table = Tables.of(
            List.of(Tables.column("id", DataType.BIGINT)),
            Map.of("connector", "filesystem", "path", "out", "format", "json"));

    private Sink open(String identity) {
        SinkContext context = new SinkContext(new ManualClock(0), Limits.DEFAULT, directory, line -> {});
        return new FileConnector().openSink(table, context.withIdentity(identity));
    }

    private static ZSet row(long id) {
        ChunkBuilder builder = new ChunkBuilder(List.of(DataType.BIGINT), 1);
        builder.column(0).appendLong(id);
        builder.endRow(1);
        return ZSet.of(builder.build());
    }

    private List<List<Object>> rows() {
        return new FileFixture(directory).rows(table);
    }

    @Test
    void jobsKeepApart() {
        Sink one = open("database/one");
        Sink two = open("database/two");
        one.write(1, row(1));
        two.write(1, row(2));
        one.flush(1);
        two.flush(1);
        two.write(2, row(4));
        two.abort();
        one.write(3, row(3));
        one.close();
        try (Sink again = open("database/two")) {
            assertEquals(OptionalLong.of(1), again.lastTick());
            again.write(2, row(4));
        }
        try (Sink again = open("database/one")) {
            assertEquals(OptionalLong.of(3), again.lastTick());
        }
        assertEquals(
                List.of(List.of(1L), List.of(2L), List.of(3L), List.of(4L)),
                rows().stream()
                        .sorted((a, b) -> a.toString().compareTo(b.toString()))
                        .toList());
    }

    @Test
    void theSameJobInAnotherProcessIsRefused() {
        try (Sink one = open("database/one")) {
            LeatException error = assertThrows(LeatException.class, () -> open("database/one"));
            assertEquals(ErrorCode.DATABASE_IN_USE, error.code());
            assertTrue(error.hint().orElseThrow().contains("or a copy of it"));
            one.write(1, row(1));
        }
        assertEquals(List.of(List.of(1L)), rows());
    }

    @Test
    void aFileThatAReaderHasTakenAwayDoesNotComeBack() throws IOException {
        try (Sink sink = open("database/one")) {
            sink.write(1, row(1));
        }
        try (Stream<Path> files = Files.list(directory.resolve("out"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        try (Sink sink = open("database/one")) {
            assertEquals(OptionalLong.of(1), sink.lastTick());
            sink.write(2, row(2));
        }
        assertEquals(List.of(List.of(2L)), rows());
    }
}
