package io.leat.connector.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.connector.contract.CollectingRows.Row;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.Boundedness;
import io.leat.core.connector.Connector;
import io.leat.core.connector.DeferredRows;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every source must do, whatever it reads: the same rows again from every position, an end exactly where it was
 * asked for, never more rows than wanted. A test extends it and prepares a place with some rows (ten to a hundred), and
 * better with a bad record among them.
 */
public abstract class SourceContract {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The connector. */
    protected abstract Connector connector();

    /** A table over the prepared place. */
    protected abstract TableDefinition table();

    /** What the engine gives the source. */
    protected abstract SourceContext context();

    /** Called before each poll that may find nothing, for sources that need time to pass. */
    protected void letTimePass() {
        LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }

    /** A source of the table. */
    protected Source open(Optional<Position> from, Optional<Position> until) {
        return connector().openSource(table(), new SourceRange(from, until), context());
    }

    /** Polls until the source is finished, or has read all that was there. */
    protected CollectingRows readAll(Source source, int maxRows) {
        CollectingRows rows = new CollectingRows(table());
        Position end = source.end();
        Clock clock = Clock.system();
        long deadline = clock.nanos() + PATIENCE.toNanos();
        PollStatus status = PollStatus.MORE;
        while (status != PollStatus.FINISHED
                && !(isUnbounded() && source.position().hasReached(end))) {
            int before = rows.rows().size();
            status = source.poll(rows, maxRows);
            assertTrue(rows.rows().size() - before <= maxRows, "more rows than were asked for");
            assertTrue(clock.nanos() < deadline, "not at the end after " + PATIENCE);
            if (status == PollStatus.IDLE) {
                letTimePass();
            }
        }
        return rows;
    }

    private boolean isUnbounded() {
        return connector().boundedness(table()) == Boundedness.UNBOUNDED;
    }

    /** A moment of a reading: what had been delivered, and the position then. */
    private record Moment(Position position, List<Row> rows) {}

    /** Reads up to the end one row at a time, and remembers each moment. */
    private List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        try (Source source = open(Optional.empty(), Optional.empty())) {
            CollectingRows rows = new CollectingRows(table());
            Position end = source.end();
            long deadline = Clock.system().nanos() + PATIENCE.toNanos();
            moments.add(new Moment(source.position(), rows.rows()));
            PollStatus status = PollStatus.MORE;
            while (status != PollStatus.FINISHED
                    && !(isUnbounded() && source.position().hasReached(end))) {
                status = source.poll(rows, 1);
                moments.add(new Moment(source.position(), rows.rows()));
                assertTrue(Clock.system().nanos() < deadline, "not at the end after " + PATIENCE);
                if (status == PollStatus.IDLE) {
                    letTimePass();
                }
            }
        }
        return moments;
    }

    /** Those moments in which something had changed, so that a slow source does not make a long test. */
    private List<Moment> distinctMoments() {
        List<Moment> distinct = new ArrayList<>();
        for (Moment moment : moments()) {
            if (distinct.isEmpty()
                    || !distinct.get(distinct.size() - 1).position().equals(moment.position())) {
                distinct.add(moment);
            }
        }
        return distinct;
    }

    private static List<Row> ofPartition(List<Row> rows, int partition) {
        return rows.stream().filter(row -> row.partition() == partition).toList();
    }

    private static int partitions(List<Row> rows) {
        return rows.stream().mapToInt(Row::partition).max().orElse(-1) + 1;
    }

    private static void assertSameInEachPartition(List<Row> expected, List<Row> actual, String message) {
        assertEquals(expected.size(), actual.size(), message);
        for (int partition = 0; partition < partitions(expected); partition++) {
            assertEquals(ofPartition(expected, partition), ofPartition(actual, partition), message);
        }
    }

    @Test
    void isFoundAndAcceptsItsTable() {
        boolean found = ServiceLoader.load(Connector.class).stream()
                .anyMatch(provider -> provider.get().name().equals(connector().name()));
        assertTrue(found, "not listed in META-INF/services");
        new OptionReader(table(), connector().options()).validate();
        connector().validate(table());
    }

    @Test
    void deliversTheSameRowsWhateverTheSizeOfAPoll() {
        List<Row> expected =
                moments().stream().reduce((a, b) -> b).orElseThrow().rows();
        assertFalse(expected.isEmpty(), "the contract needs some rows");
        for (int maxRows : new int[] {2, 7, 1_000}) {
            try (Source source = open(Optional.empty(), Optional.empty())) {
                assertSameInEachPartition(expected, readAll(source, maxRows).rows(), "maxRows " + maxRows);
            }
        }
    }

    @Test
    void deliversTheSameRowsAgainFromEveryPosition() {
        List<Moment> moments = distinctMoments();
        List<Row> all = moments.get(moments.size() - 1).rows();
        for (Moment moment : moments) {
            List<Row> rest = all.subList(moment.rows().size(), all.size());
            try (Source source = open(Optional.of(moment.position()), Optional.empty())) {
                assertEquals(moment.position(), source.position(), "the position of an opened source");
                assertSameInEachPartition(rest, readAll(source, 3).rows(), "from " + moment.position());
            }
        }
    }

    @Test
    void endsExactlyWhereItWasAskedTo() {
        for (Moment moment : distinctMoments()) {
            CollectingRows rows = new CollectingRows(table());
            try (Source source = open(Optional.empty(), Optional.of(moment.position()))) {
                pollUntilFinished(source, rows);
                assertTrue(source.position().hasReached(moment.position()));
                assertEquals(PollStatus.FINISHED, source.poll(rows, 4), "FINISHED is for ever");
            }
            assertSameInEachPartition(moment.rows(), rows.rows(), "until " + moment.position());
        }
    }

    private void pollUntilFinished(Source source, RowCollector rows) {
        PollStatus status = PollStatus.MORE;
        for (int polls = 0; status != PollStatus.FINISHED; polls++) {
            status = source.poll(rows, 4);
            assertTrue(polls < 100_000, "not finished at " + source.position());
            if (status == PollStatus.IDLE) {
                letTimePass();
            }
        }
    }

    /** What a tick brought is read again from the position before it until the position behind it, at once and no more. */
    @Test
    void deliversWhatIsBetweenTwoPositionsAtOnce() {
        List<Moment> moments = distinctMoments();
        for (int i = 0; i + 1 < moments.size(); i++) {
            Moment from = moments.get(i);
            Moment until = moments.get(Math.min(moments.size() - 1, i + 1 + i % 5));
            CollectingRows rows = new CollectingRows(table());
            try (Source source = open(Optional.of(from.position()), Optional.of(until.position()))) {
                pollUntilFinished(source, rows);
                assertTrue(source.position().hasReached(until.position()));
            }
            assertSameInEachPartition(
                    until.rows().subList(from.rows().size(), until.rows().size()),
                    rows.rows(),
                    "from " + from.position() + " until " + until.position());
        }
    }

    /** The position counts the rows of a section under its name, so that whoever reads them again knows what is missing. */
    @Test
    void countsUnderTheNamesOfItsSections() {
        DeferringRows rows = new DeferringRows(table());
        try (Source source = open(Optional.empty(), Optional.empty())) {
            pollToTheEnd(source, rows, 5);
            for (DeferredRows piece : rows.pieces()) {
                String section =
                        piece.section().orElseGet(() -> source.partitions().get(piece.partition()));
                assertTrue(
                        source.position().offsets().containsKey(section),
                        "no \"" + section + "\" in " + source.position());
            }
        }
    }

    @Test
    void decodesPiecesBesideEachOtherAsOneAfterTheOther() {
        CollectingRows expected;
        try (Source source = open(Optional.empty(), Optional.empty())) {
            expected = readAll(source, 5);
        }
        DeferringRows rows = new DeferringRows(table());
        try (Source source = open(Optional.empty(), Optional.empty())) {
            pollToTheEnd(source, rows, 5);
        }
        assertSameInEachPartition(expected.rows(), rows.rows(), "pieces decoded later");
        assertEquals(described(expected.bad()), described(rows.bad()), "bad records of pieces decoded later");
    }

    private void pollToTheEnd(Source source, RowCollector rows, int maxRows) {
        Position end = source.end();
        long deadline = Clock.system().nanos() + PATIENCE.toNanos();
        PollStatus status = PollStatus.MORE;
        while (status != PollStatus.FINISHED
                && !(isUnbounded() && source.position().hasReached(end))) {
            status = source.poll(rows, maxRows);
            assertTrue(Clock.system().nanos() < deadline, "not at the end after " + PATIENCE);
            if (status == PollStatus.IDLE) {
                letTimePass();
            }
        }
    }

    /** Where and why; sorted, because partitions may come in any order. */
    private static List<String> described(List<BadRecord> bad) {
        return bad.stream()
                .map(record -> record.partition() + " at " + record.offset() + ": " + record.reason())
                .sorted()
                .toList();
    }

    @Test
    void deliversTheColumnsThatAreRead() {
        List<Row> all = moments().stream().reduce((a, b) -> b).orElseThrow().rows();
        int columns = table().storedColumns().size();
        for (int column = -1; column < columns; column++) {
            List<Integer> read = column < 0 ? List.of() : List.of(column);
            try (Source source = open(Optional.empty(), Optional.empty())) {
                CollectingRows rows = new CollectingRows(table());
                rows.project(read);
                source.project(read);
                pollToTheEnd(source, rows, 5);
                assertHasAll(all, rows.rows(), read);
            }
        }
    }

    /** A record that was bad may be good when what is wrong with it is not read: there may be more rows, but no fewer. */
    private static void assertHasAll(List<Row> expected, List<Row> actual, List<Integer> read) {
        for (int partition = 0; partition < partitions(expected); partition++) {
            Iterator<Row> there = ofPartition(actual, partition).iterator();
            for (Row row : ofPartition(expected, partition)) {
                boolean found = false;
                while (!found && there.hasNext()) {
                    Row next = there.next();
                    found = read.stream()
                            .allMatch(i -> Objects.equals(
                                    row.values().get(i), next.values().get(i)));
                }
                assertTrue(found, "with columns " + read + " read, no " + row);
            }
        }
    }

    @Test
    void changesWhatIsReadFromOnePollToTheNext() {
        List<Integer> everyColumn =
                IntStream.range(0, table().storedColumns().size()).boxed().toList();
        List<Row> all = moments().stream().reduce((a, b) -> b).orElseThrow().rows();
        try (Source source = open(Optional.empty(), Optional.empty())) {
            CollectingRows rows = new CollectingRows(table());
            rows.project(List.of());
            source.project(List.of());
            source.poll(rows, 1);
            int before = rows.rows().size();
            rows.project(everyColumn);
            source.project(everyColumn);
            pollToTheEnd(source, rows, 3);
            List<Row> later = rows.rows().subList(before, rows.rows().size());
            assertTrue(all.containsAll(later), "rows after the change: " + later);
            assertTrue(later.size() >= all.size() - 1, "rows after the change: " + later);
        }
    }

    @Test
    void reachesTheEndThatItNamed() {
        try (Source source = open(Optional.empty(), Optional.empty())) {
            Position end = source.end();
            CollectingRows rows = readAll(source, 5);
            assertTrue(source.position().hasReached(end), source.position() + " has not reached " + end);
            int partitions = source.partitions().size();
            assertTrue(rows.rows().stream().allMatch(row -> row.partition() >= 0 && row.partition() < partitions));
        }
    }

    @Test
    void positionsOnlyGrow() {
        Position last = Position.START;
        for (Moment moment : moments()) {
            assertTrue(moment.position().hasReached(last), moment.position() + " is before " + last);
            last = moment.position();
        }
    }

    @Test
    void mayBeClosedTwiceAndUnread() {
        Source source = open(Optional.empty(), Optional.empty());
        source.close();
        source.close();
        try (Source again = open(Optional.empty(), Optional.empty())) {
            assertFalse(readAll(again, 100).rows().isEmpty());
        }
    }
}
