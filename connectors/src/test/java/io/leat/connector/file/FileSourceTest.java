package io.leat.connector.file;

import static io.leat.connector.file.FileFixture.gzip;
import static io.leat.connector.file.FileFixture.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.connector.contract.CollectingRows;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
    @TempDir
    Path directory;

    private FileFixture files;

    @BeforeEach
    void prepare() {
        files = new FileFixture(directory);
    }

    @Test
    void readsALastLineWithoutLineFeedAndLinesOfEveryKind() {
        files.write("a.json", "\uFEFF{\"id\":1}\r\n\n{\"id\":2}\n   \n{\"id\":3}");
        CollectingRows rows = files.read(table("a.json", "json"), 8);
        assertEquals(List.of(Arrays.asList(1, null), Arrays.asList(2, null), Arrays.asList(3, null)), rows.values());
        assertEquals(1, rows.bad().size());
        assertEquals("expected a JSON object, found nothing", rows.bad().get(0).reason());
    }

    @Test
    void readsDirectoriesInTheOrderOfNamesWithoutHiddenFiles() {
        files.write("d/b.csv", "2,b\n");
        files.write("d/a.csv", "1,a\n");
        files.write("d/c/x.csv", "3,c\n");
        files.write("d/.hidden.csv", "4,d\n");
        files.write("d/_temporary/x.csv", "5,e\n");
        List<List<Object>> all = List.of(List.of(1, "a"), List.of(2, "b"), List.of(3, "c"));
        assertEquals(all, files.rows(table("d", "csv")));
        assertEquals(all.subList(0, 2), files.rows(table("d/*.csv", "csv")));
        assertEquals(all, files.rows(table(directory.resolve("d").toString(), "csv")));
        assertEquals(List.of(all.get(1)), files.rows(table("d/[b].csv", "csv")));
    }

    @Test
    void readsByHeaderFromEveryFileAndFromEveryPosition() {
        files.write("d/a.csv", "name,x,id\na,,1\nb,,2\n");
        files.write("d/b.csv", "id,name\n3,c\n");
        TableDefinition table = table("d", "csv", "csv.header", "true");
        assertEquals(List.of(List.of(1, "a"), List.of(2, "b"), List.of(3, "c")), files.rows(table));
        try (Source source = files.open(table, 8, Position.of(Map.of("a.csv", 15L)))) {
            assertEquals(
                    List.of(List.of(2, "b"), List.of(3, "c")),
                    files.rest(table, source).values());
        }
        files.write("d/c.csv", "idd,name\n");
        LeatException error = assertThrows(LeatException.class, () -> files.rows(table));
        assertEquals("file \"c.csv\": the header has no field \"id\"; it has idd, name", error.getMessage());
    }

    @Test
    void keepsQuotedLineFeedsTogetherWhateverTheBuffer() {
        files.write("a.csv", "1,\"a\nb\"\"\n\"\n2,\"\"\n\"3\",\"c,\r\nd\"\r\n4,\"e\n\"");
        List<List<Object>> expected =
                List.of(List.of(1, "a\nb\"\n"), List.of(2, ""), List.of(3, "c,\r\nd"), List.of(4, "e\n"));
        for (int bufferBytes = 1; bufferBytes < 40; bufferBytes++) {
            CollectingRows rows = files.read(table("a.csv", "csv"), bufferBytes);
            assertEquals(expected, rows.values(), "buffer of " + bufferBytes);
            assertEquals(List.of(), rows.bad());
        }
    }

    @Test
    void reportsBadRecordsWithTheirOffsetsAndGoesOn() {
        files.write("a.csv", "1,a\nx,b\n2,b,c\n3,c\n");
        CollectingRows rows = files.read(table("a.csv", "csv"), 16);
        assertEquals(List.of(List.of(1, "a"), List.of(3, "c")), rows.values());
        assertEquals(List.of(4L, 8L), rows.bad().stream().map(BadRecord::offset).toList());
        assertEquals("a.csv", rows.bad().get(0).partition());
        assertEquals("x,b", new String(rows.bad().get(0).raw()));
        files.write("b.csv", new byte[] {'1', ',', (byte) 0xff, '\n', '2', ',', 'b', '\n'});
        CollectingRows bytes = files.read(table("b.csv", "csv"), 16);
        assertEquals(List.of(List.of(2, "b")), bytes.values());
        assertEquals("record is not valid UTF-8", bytes.bad().get(0).reason());
    }

    @Test
    void aStrayQuoteSpoilsOneLineOnly() {
        files.write("a.csv", "1,a\n2,\"b\n3,c\n4,d\n");
        CollectingRows rows = files.read(table("a.csv", "csv"), 4);
        assertEquals(List.of(List.of(1, "a"), List.of(3, "c"), List.of(4, "d")), rows.values());
        assertEquals(
                "record has no end within the limit: too long, or a quote that is not closed",
                rows.bad().get(0).reason());
        assertEquals(4L, rows.bad().get(0).offset());
    }

    @Test
    void aLineThatIsTooLongIsOneBadRecord() {
        io.leat.core.limit.Limits small =
                new io.leat.core.limit.Limits(1, 1, java.time.Duration.ZERO, 20, 64, 2_000, 1, 1, 1, 1, 1, 1);
        files.write("a.csv", "1,a\n2," + "x".repeat(100) + "\n3,c\n4," + "y".repeat(50));
        TableDefinition table = table("a.csv", "csv");
        CollectingRows rows = new CollectingRows(table);
        io.leat.core.connector.SourceContext context =
                new io.leat.core.connector.SourceContext(files.clock, small, directory);
        try (Source source = new FileConnector(8).openSource(table, SourceRange.ALL, context)) {
            PollStatus status = PollStatus.MORE;
            while (status == PollStatus.MORE) {
                status = source.poll(rows, 10);
            }
            assertEquals(Position.of(Map.of("a.csv", 163L)), source.position());
        }
        assertEquals(List.of(List.of(1, "a"), List.of(3, "c")), rows.values());
        assertEquals(
                List.of(4L, 111L), rows.bad().stream().map(BadRecord::offset).toList());
    }

    @Test
    void readsGzipAndItsPositionsAreThoseOfTheInflatedBytes() {
        files.write("d/a.csv.gz", gzip("1,a\n2,b\n3,c"));
        TableDefinition table = table("d", "csv");
        assertEquals(List.of(List.of(1, "a"), List.of(2, "b"), List.of(3, "c")), files.rows(table));
        try (Source source = files.open(table, 16, Position.of(Map.of("a.csv.gz", 4L)))) {
            assertEquals(Position.of(Map.of("a.csv.gz", 11L)), source.end());
            assertEquals(
                    List.of(List.of(2, "b"), List.of(3, "c")),
                    files.rest(table, source).values());
        }
    }

    @Test
    void givesUpOnAGzipBombAndOnABrokenFile() {
        files.write("bomb.json.gz", gzip(" ".repeat(8 << 20) + "\n"));
        LeatException bomb = assertThrows(LeatException.class, () -> files.rows(table("bomb.json.gz", "json")));
        assertEquals(ErrorCode.LIMIT_EXCEEDED, bomb.code());
        assertEquals("file \"bomb.json.gz\" inflates to more than 200 times its size or 64 GiB", bomb.getMessage());
        files.write("no.json.gz", "{}");
        LeatException broken = assertThrows(LeatException.class, () -> files.rows(table("no.json.gz", "json")));
        assertEquals("cannot read file \"no.json.gz\"", broken.getMessage());
    }

    @Test
    void saysWhichFileIsMissing() {
        LeatException error = assertThrows(LeatException.class, () -> files.rows(table("no/such.json", "json")));
        assertEquals(ErrorCode.FILE_NOT_FOUND, error.code());
        assertEquals("no file matches path \"no/such.json\"", error.getMessage());
        assertTrue(error.hint().orElseThrow().contains("source.monitor-interval"));
        LeatException device = assertThrows(LeatException.class, () -> files.rows(table("/dev/zero", "raw")));
        assertEquals("path \"/dev/zero\" is not a regular file", device.getMessage());
    }

    @Test
    void saysThatAFileIsShorterThanWhatWasReadOfIt() {
        files.write("a.csv", "1,a\n");
        SourceRange range = new SourceRange(Optional.empty(), Optional.of(Position.of(Map.of("a.csv", 9L))));
        TableDefinition table = table("a.csv", "csv");
        try (Source source = new FileConnector().openSource(table, range, files.context())) {
            LeatException error = assertThrows(LeatException.class, () -> files.rest(table, source));
            assertEquals("file \"a.csv\" is shorter than the 9 bytes read of it before", error.getMessage());
        }
        SourceRange gone = new SourceRange(Optional.empty(), Optional.of(Position.of(Map.of("b.csv", 9L))));
        LeatException error =
                assertThrows(LeatException.class, () -> new FileConnector().openSource(table, gone, files.context()));
        assertEquals("file \"b.csv\" was read before and is gone", error.getMessage());
    }

    @Test
    void knowsItsFiles() throws Exception {
        files.write("d/a.csv", "1,a\n");
        Files.setLastModifiedTime(directory.resolve("d/a.csv"), FileTime.from(Instant.EPOCH));
        List<ColumnDefinition> columns = new ArrayList<>(FileFixture.COLUMNS);
        columns.add(0, ColumnDefinition.metadata("path", DataType.STRING, "file.path", true));
        columns.add(2, ColumnDefinition.metadata("file.name", DataType.STRING, "file.name", true));
        columns.add(ColumnDefinition.metadata("size", DataType.BIGINT, "file.size", true));
        columns.add(ColumnDefinition.metadata("at", DataType.TIMESTAMP_LTZ, "file.modification-time", true));
        String path = directory.resolve("d/a.csv").toString();
        TableDefinition table = table(columns, "d", "csv");
        new FileConnector().validate(table);
        assertEquals(List.of(List.of(path, 1, "a.csv", "a", 4L, Instant.EPOCH)), files.rows(table));
    }

    @Test
    void refusesTablesThatCannotWork() {
        assertRefused("unknown format 'xml'", table("a", "xml"));
        assertRefused(
                "option 'sink.rolling-policy.file-size' is 'much', which is not a size such as '64MB'",
                table("a", "csv", "sink.rolling-policy.file-size", "much"));
        List<ColumnDefinition> unknown = List.of(ColumnDefinition.metadata("x", DataType.STRING, "file.owner", true));
        assertRefused("connector 'filesystem' has no metadata 'file.owner'", table(unknown, "a", "csv"));
        List<ColumnDefinition> wrong = List.of(ColumnDefinition.metadata("x", DataType.STRING, "file.size", true));
        assertRefused("metadata 'file.size' is BIGINT, but column \"x\" is STRING", table(wrong, "a", "csv"));
    }

    private static void assertRefused(String message, TableDefinition table) {
        LeatException error = assertThrows(LeatException.class, () -> new FileConnector().validate(table));
        assertEquals(message, error.getMessage());
    }
}
