package io.leat.executor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.Origin;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.connector.WatermarkDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.ColumnReference;
import io.leat.core.type.DataType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ticks that are made again from their records are the ticks that were, whatever the source brings when. */
class ReplayTest {
    private static final DataType TIME = LogSource.TYPES.get(2);
    private static final TableDefinition TABLE = new TableDefinition(
            "t",
            List.of(
                    ColumnDefinition.physical("section", LogSource.TYPES.get(0)),
                    ColumnDefinition.physical("number", LogSource.TYPES.get(1)),
                    ColumnDefinition.physical("ts", TIME)),
            List.of(),
            Optional.of(new WatermarkDefinition(2, new ColumnReference(2, TIME), "ts")),
            Map.of());
    private static final int TICKS = 25;
    private static final List<Set<Integer>> READ =
            List.of(Set.of(0, 1, 2, 3), Set.of(0, 1), Set.of(Origin.PLACE, 0, 1), Set.of(Origin.PLACE, 0, 1, 2, 3));

    private Logs logs = new Logs();

    private TableReader reader(ReaderState state, long seed) {
        Random seeds = new Random(seed);
        return new TableReader(
                TABLE,
                new ReaderOptions(ErrorPolicy.SKIP, Duration.ofMillis(60), 1 + seeds.nextInt(20)),
                state,
                SourceRange.ALL,
                range -> new LogSource(logs, range, seeds.nextLong()));
    }

    /** What a tick was, and what was remembered after it. */
    private record Tick(
            long now, Set<Integer> columns, byte[] intake, List<List<Object>> rows, String state, KeptState kept) {}

    private static Tick tick(TableReader reader, Set<Integer> columns, Reading reading, long now) throws IOException {
        Intake intake = reading.decoded().finish();
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        reader.lastIntake().encode(new DataOutputStream(record));
        String state = intake.status() == PollStatus.FINISHED ? "finished" : "";
        state += " bad "
                + intake.refused().stream()
                        .map(bad -> bad.partition() + bad.reason())
                        .toList();
        state += " watermark " + reader.watermark() + " " + reader.slowestPartition() + " " + reader.position();
        state += " counted " + reader.counters().rows() + " "
                + reader.counters().bad() + reader.counters().lastBad();
        return new Tick(now, columns, record.toByteArray(), rows(intake), state, KeptState.of(reader.state()));
    }

    private static List<List<Object>> rows(Intake intake) {
        List<List<Object>> rows = new ArrayList<>();
        for (Chunk chunk : intake.rows().chunks()) {
            for (int row = 0; row < chunk.size(); row++) {
                List<Object> values = new ArrayList<>();
                for (int column = 0; column < 4; column++) {
                    boolean isNull = chunk.column(column).isNull(row);
                    values.add(isNull ? "" : JavaValues.get(DataType.BIGINT, chunk.column(column), row));
                }
                values.add(chunk.origin() == null ? "" : origin(chunk, row));
                rows.add(values);
            }
        }
        return rows;
    }

    /** Where a row comes from, which its first columns say too. */
    private static String origin(Chunk chunk, int row) {
        String origin = chunk.origin().partition() + " " + chunk.origin().offset(row);
        int section = (int) ((LongColumn) chunk.column(0)).values()[row];
        assertEquals(Logs.SECTIONS.get(section) + " " + ((LongColumn) chunk.column(1)).values()[row], origin);
        return origin;
    }

    private List<Tick> live(TableReader reader, Random random) throws IOException {
        List<Tick> ticks = new ArrayList<>();
        long now = 1_000;
        Set<Integer> columns = Set.of(0, 1, 2, 3);
        for (int i = 0; i < TICKS; i++) {
            logs.grow(random, now);
            now += random.nextInt(30);
            if (random.nextInt(6) == 0) {
                columns = READ.get(random.nextInt(READ.size()));
                reader.project(columns);
            }
            Reading reading = reader.read(1 + random.nextInt(40), now);
            Tick tick = tick(reader, columns, reading, now);
            boolean asked = columns.contains(Origin.PLACE);
            assertTrue(tick.rows().stream().allMatch(row -> asked != row.get(4).equals("")));
            ticks.add(tick);
        }
        return ticks;
    }

    @Test
    void ticksMadeAgainAreTheTicksThatWereAndReadingGoesOnBehindThem() throws IOException {
        for (long seed = 1; seed <= 40; seed++) {
            logs = new Logs();
            Random random = new Random(seed);
            TableReader reader = reader(new ReaderState(), seed);
            KeptState beginning = KeptState.of(reader.state());
            List<Tick> ticks = live(reader, random);
            logs.grow(random, 5_000);
            assertMadeAgain(beginning, ticks, 0, seed + 1_000);
            for (int from = 1; from <= TICKS; from += 1 + random.nextInt(8)) {
                assertMadeAgain(ticks.get(from - 1).kept(), ticks, from, seed + from);
            }
        }
    }

    private void assertMadeAgain(KeptState kept, List<Tick> ticks, int from, long seed) throws IOException {
        ReaderState state = new ReaderState();
        kept.restore(state);
        Position start = state.position().orElseThrow();
        TableReader again = reader(state, seed);
        if (seed % 2 == 0) {
            ReaderState place = state.place();
            for (Tick tick : ticks.subList(from, ticks.size())) {
                place.skip(record(tick));
            }
            again.replayUntil(place.position().orElseThrow());
        }
        List<List<Object>> rows = new ArrayList<>();
        Set<Integer> columns =
                from == 0 ? Set.of(0, 1, 2, 3) : ticks.get(from - 1).columns();
        again.project(columns);
        for (Tick tick : ticks.subList(from, ticks.size())) {
            if (!columns.equals(tick.columns())) {
                columns = tick.columns();
                again.project(columns);
            }
            if (!record(tick).isEmpty()) {
                Tick made = tick(again, columns, again.replay(record(tick), tick.now()), tick.now());
                assertEquals(tick.rows(), made.rows(), "seed " + seed);
                assertEquals(tick.state(), made.state(), "seed " + seed);
                rows.addAll(made.rows());
            }
        }
        assertGoesOn(again, start, rows, seed);
    }

    private static IntakeRecord record(Tick tick) throws IOException {
        return IntakeRecord.decode(new DataInputStream(new ByteArrayInputStream(tick.intake())));
    }

    private void assertGoesOn(TableReader reader, Position start, List<List<Object>> rows, long seed) {
        logs.end();
        List<List<Object>> all = new ArrayList<>(rows);
        for (int poll = 0; !reader.isFinished(); poll++) {
            all.addAll(rows(reader.poll(7, 10_000)));
            assertTrue(poll < 10_000, "no end, seed " + seed);
        }
        for (int section = 0; section < Logs.SECTIONS.size(); section++) {
            assertEquals(expected(section, start), numbers(all, section), "seed " + seed);
        }
    }

    private List<Long> expected(int section, Position start) {
        List<Long> numbers = new ArrayList<>();
        for (long i = start.offset(Logs.SECTIONS.get(section));
                i < logs.of(section).size();
                i++) {
            if (logs.of(section).get((int) i) >= 0) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private static List<Long> numbers(List<List<Object>> rows, long section) {
        return rows.stream()
                .filter(row -> row.get(0).equals(section))
                .map(row -> (Long) row.get(1))
                .toList();
    }

    private LeatException changed(Logs after, SectionIntake was) {
        TableReader reader = new TableReader(
                TABLE,
                new ReaderOptions(ErrorPolicy.SKIP, Duration.ZERO, 10),
                new ReaderState(Position.START),
                SourceRange.ALL,
                range -> new LogSource(after, range, 1));
        IntakeRecord record =
                new IntakeRecord(List.of("p0", "p1", "files"), List.of("p0"), List.of(was), false, PollStatus.MORE);
        return assertThrows(LeatException.class, () -> reader.replay(record, 0));
    }

    @Test
    void rowsThatAreGoneAreTold() {
        logs.of(0).addAll(List.of(1L, 2L, -3L));
        LeatException gone = changed(logs, new SectionIntake(0, 3, 0, 3));
        assertEquals(ErrorCode.DATA_CORRUPTED, gone.code());
        assertEquals(
                "table \"t\" no longer contains what was read from it: 1 records of \"p0\" before offset 3 are missing",
                gone.getMessage());
        logs.end();
        assertEquals(
                "table \"t\" no longer contains what was read from it: 2 records of \"p0\" before offset 5 are missing",
                changed(logs, new SectionIntake(0, 4, 1, 5)).getMessage());
    }

    @Test
    void rowsThatWereNotThereAreTold() {
        logs.of(0).addAll(List.of(1L, 2L, 3L, 4L));
        assertEquals(
                "table \"t\" no longer contains what was read from it: \"p0\" has more records before offset 4 than it had",
                changed(logs, new SectionIntake(0, 3, 0, 4)).getMessage());
    }

    @Test
    void aTickInWhichNothingHappenedIsTwoBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        IntakeRecord.NOTHING.encode(new DataOutputStream(bytes));
        assertEquals(2, bytes.size());
        assertTrue(IntakeRecord.NOTHING.isEmpty());
        IntakeRecord some = new IntakeRecord(
                List.of("p"),
                List.of("a", "ä"),
                List.of(new SectionIntake(300, 1L << 40, 3, 0)),
                true,
                PollStatus.FINISHED);
        bytes.reset();
        some.encode(new DataOutputStream(bytes));
        assertEquals(some, IntakeRecord.decode(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));
        assertFalse(some.isEmpty());
        byte[] foreign = {7};
        assertThrows(
                IOException.class, () -> IntakeRecord.decode(new DataInputStream(new ByteArrayInputStream(foreign))));
    }
}
