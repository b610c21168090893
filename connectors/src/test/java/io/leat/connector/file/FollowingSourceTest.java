package io.leat.connector.file;

import static io.leat.connector.file.FileFixture.gzip;
import static io.leat.connector.file.FileFixture.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.connector.contract.CollectingRows;
import io.leat.core.connector.Boundedness;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.Source;
import io.leat.core.connector.TableDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingSourceTest {
    private static final TableDefinition FILE = table("a.csv", "csv", "source.monitor-interval", "1 s");
    private static final TableDefinition DIRECTORY = table("d", "csv", "source.monitor-interval", "1 s");

    @TempDir
    Path directory;

    private FileFixture files;
    private Source source;

    @BeforeEach
    void prepare() {
        files = new FileFixture(directory);
    }

    @AfterEach
    void close() {
        source.close();
    }

    private List<List<Object>> rest(TableDefinition table) {
        return files.rest(table, source).values();
    }

    @Test
    void waitsForAFileThatComesLaterAndDeliversWhatIsAppended() {
        assertEquals(Boundedness.UNBOUNDED, new FileConnector().boundedness(FILE));
        source = files.open(FILE, 8, Position.START);
        assertEquals(List.of(), rest(FILE));
        files.write("a.csv", "1,a\n");
        assertEquals(List.of(List.of(1, "a")), rest(FILE));
        files.append("a.csv", "2,b\n3,c\n");
        assertEquals(List.of(List.of(2, "b"), List.of(3, "c")), rest(FILE));
        assertEquals(Position.of(Map.of("a.csv", 12L)), source.position());
        assertEquals(source.position(), source.end());
    }

    @Test
    void looksAtTheDiskOnlyOnceInAnInterval() {
        files.write("a.csv", "1,a\n");
        source = files.open(FILE, 8, Position.START);
        assertEquals(1, rest(FILE).size());
        files.append("a.csv", "2,b\n");
        CollectingRows rows = new CollectingRows(FILE);
        assertEquals(PollStatus.IDLE, source.poll(rows, 10));
        assertEquals(List.of(), rows.values());
        assertEquals(List.of(List.of(2, "b")), rest(FILE));
    }

    @Test
    void holdsBackALastLineUntilItsLineFeedComes() {
        files.write("a.csv", "1,a\n2");
        source = files.open(FILE, 8, Position.START);
        assertEquals(Position.of(Map.of("a.csv", 4L)), source.end());
        assertEquals(List.of(List.of(1, "a")), rest(FILE));
        assertEquals(Position.of(Map.of("a.csv", 4L)), source.position());
        files.append("a.csv", "2,\"b\n");
        assertEquals(List.of(), rest(FILE));
        files.append("a.csv", "c\"\n3,");
        assertEquals(List.of(List.of(22, "b\nc")), rest(FILE));
        files.append("a.csv", "d\n");
        assertEquals(List.of(List.of(3, "d")), rest(FILE));
    }

    @Test
    void findsNewFilesInADirectory() {
        files.write("d/b.csv", "2,b\n");
        source = files.open(DIRECTORY, 8, Position.START);
        assertEquals(List.of(List.of(2, "b")), rest(DIRECTORY));
        files.write("d/a.csv", "1,a\n");
        files.write("d/c.csv.gz", gzip("3,c"));
        assertEquals(List.of(List.of(1, "a"), List.of(3, "c")), rest(DIRECTORY));
        files.append("d/b.csv", "4,d\n");
        assertEquals(List.of(List.of(4, "d")), rest(DIRECTORY));
        assertEquals(Position.of(Map.of("a.csv", 4L, "b.csv", 8L, "c.csv.gz", 3L)), source.position());
        assertEquals(List.of("files"), source.partitions());
    }

    @Test
    void startsAgainWhenTheFileIsTruncated() {
        files.write("a.csv", "1,a\n2,b\nha");
        source = files.open(FILE, 8, Position.START);
        assertEquals(2, rest(FILE).size());
        files.write("a.csv", "3,c\n");
        assertEquals(List.of(List.of(3, "c")), rest(FILE));
        assertEquals(Position.of(Map.of("a.csv", 8L, "a.csv#1", 4L)), source.position());
        assertTrue(source.position().hasReached(source.end()));
    }

    @Test
    void readsTheRestOfARotatedFileAndThenTheNewOne() throws Exception {
        files.write("d/a.csv", "1,a\n");
        source = files.open(DIRECTORY, 8, Position.START);
        assertEquals(List.of(List.of(1, "a")), rest(DIRECTORY));
        files.append("d/a.csv", "2,b\n3,c");
        Files.move(directory.resolve("d/a.csv"), directory.resolve("d/a.csv.1"));
        files.write("d/a.csv", "4,d\n5,e\n6,f\n");
        assertEquals(
                List.of(List.of(2, "b"), List.of(3, "c"), List.of(4, "d"), List.of(5, "e"), List.of(6, "f")),
                rest(DIRECTORY));
        assertEquals(Position.of(Map.of("a.csv", 11L, "a.csv#1", 12L)), source.position());
    }

    @Test
    void aRotatedFileIsNotReadAgainAtLaterLooksAndRotations() throws Exception {
        files.write("d/a.csv", "1,a\n");
        source = files.open(DIRECTORY, 8, Position.START);
        assertEquals(1, rest(DIRECTORY).size());
        Files.move(directory.resolve("d/a.csv"), directory.resolve("d/a.csv.1"));
        files.write("d/a.csv", "2,b\n");
        assertEquals(List.of(List.of(2, "b")), rest(DIRECTORY));
        assertEquals(List.of(), rest(DIRECTORY));
        Files.move(directory.resolve("d/a.csv.1"), directory.resolve("d/a.csv.2"));
        Files.move(directory.resolve("d/a.csv"), directory.resolve("d/a.csv.1"));
        files.write("d/a.csv", "3,c\n");
        assertEquals(List.of(List.of(3, "c")), rest(DIRECTORY));
        assertEquals(List.of(), rest(DIRECTORY));
    }

    @Test
    void goesOnAfterARestartAlsoWhenTheFileWasReplacedMeanwhile() {
        files.write("a.csv", "3,c\n4,d\n");
        source = files.open(FILE, 8, Position.of(Map.of("a.csv", 8L, "a.csv#1", 4L)));
        assertEquals(List.of(List.of(4, "d")), rest(FILE));
        source.close();
        files.write("a.csv", "5,e\n");
        source = files.open(FILE, 8, Position.of(Map.of("a.csv", 8L, "a.csv#1", 8L)));
        assertEquals(List.of(List.of(5, "e")), rest(FILE));
        assertEquals(Position.of(Map.of("a.csv", 8L, "a.csv#1", 8L, "a.csv#2", 4L)), source.position());
    }

    @Test
    void aFileThatGoesAwayIsWaitedFor() throws Exception {
        files.write("a.csv", "1,a\n");
        source = files.open(FILE, 8, Position.START);
        assertEquals(1, rest(FILE).size());
        Files.delete(directory.resolve("a.csv"));
        assertEquals(List.of(), rest(FILE));
        files.write("a.csv", "2\n");
        CollectingRows rows = files.rest(FILE, source);
        assertEquals("record has 1 fields, expected 2", rows.bad().get(0).reason());
        assertEquals("a.csv#1", rows.bad().get(0).partition());
    }
}
