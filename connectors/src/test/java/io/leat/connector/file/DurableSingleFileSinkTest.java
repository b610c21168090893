package io.leat.connector.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.connector.Sink;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** One file that grows, of a sink whose progress is kept. */
class DurableSingleFileSinkTest extends DurableFileSinkTest {

    @Override
    protected TableDefinition table() {
        return FileFixture.table("out.csv", "csv", "csv.header", "true");
    }

    private Path file() {
        return directory.resolve("out.csv");
    }

    @Test
    void whatOthersAddStays() throws IOException {
        try (Sink sink = open()) {
            sink.write(1, rows(0, 1));
            sink.flush(1);
            Files.writeString(file(), "7,theirs", StandardOpenOption.APPEND);
            sink.write(2, rows(1, 2));
        }
        try (Sink sink = open()) {
            assertEquals(OptionalLong.of(2), sink.lastTick());
        }
        assertEquals(List.of("id,name", "0,n0", "7,theirs", "1,n1"), Files.readAllLines(file()));
    }

    @Test
    void aFileThatIsTakenAwayIsBegunAgain() throws IOException {
        try (Sink sink = open()) {
            sink.write(1, rows(0, 1));
            sink.flush(1);
            Files.move(file(), directory.resolve("out.csv.1"));
            sink.write(2, rows(1, 2));
            sink.flush(2);
        }
        Files.delete(file());
        try (Sink sink = open()) {
            assertEquals(OptionalLong.of(2), sink.lastTick());
            sink.write(3, rows(2, 3));
        }
        assertEquals(List.of("id,name", "2,n2"), Files.readAllLines(file()));
    }

    @Test
    void twoJobsDoNotWriteToOneFileAtATime() {
        try (Sink sink = open()) {
            sink.write(1, rows(0, 1));
            LeatException error = assertThrows(
                    LeatException.class,
                    () -> connector().openSink(table(), context().withIdentity("database/other")));
            assertEquals(ErrorCode.DATABASE_IN_USE, error.code());
            assertEquals("another job or process is writing to these files", error.getMessage());
        }
        try (Sink other = connector().openSink(table(), context().withIdentity("database/other"))) {
            assertEquals(OptionalLong.empty(), other.lastTick());
            other.write(5, rows(1, 2));
        }
        try (Sink sink = open()) {
            assertEquals(OptionalLong.of(1), sink.lastTick());
        }
        assertVisible(0, 2);
    }

    @Test
    void aRecordThatIsDamagedIsRefused() throws IOException {
        try (Sink sink = open()) {
            sink.write(1, rows(0, 1));
        }
        Path record = directory.resolve(".leat/out.csv.commit");
        Files.writeString(record, Files.readString(record).replace("length", "lengty"));
        LeatException error = assertThrows(LeatException.class, this::open);
        assertEquals(ErrorCode.DATA_CORRUPTED, error.code());
        assertTrue(error.getMessage().endsWith("out.csv.commit\" is damaged, or of another version"));
    }
}
