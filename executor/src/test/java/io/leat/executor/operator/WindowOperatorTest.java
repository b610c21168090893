package io.leat.executor.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Lateness;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Window;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.oracle.Bag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WindowOperatorTest {
    private static final Schema INPUT = Schema.of(new Field("t", DataType.TIMESTAMP_LTZ), Scan.ARRIVAL);
    private static final Scan SCAN = new Scan("bid", List.of(0), true, ChangeMode.APPEND_ONLY, INPUT);
    private static final long NONE = Long.MIN_VALUE;

    private final LinearRun run = new LinearRun();

    private static Window plan(Window.Kind kind, long size, long step, long offset) {
        return new Window(SCAN, kind, 0, size, step, offset, Optional.of(new Lateness(1, "bid")));
    }

    private static List<Object> row(long time, long arrival) {
        return Bag.row(Instant.ofEpochMilli(time), arrival);
    }

    /** The windows of one time, as "start..end". */
    private String windows(Window plan, long time, long arrival) {
        Bag rows = new Bag().add(row(time, arrival), 1);
        Bag output = LinearRun.step(new WindowOperator(plan, run.context()), INPUT, rows, plan.schema());
        TreeSet<Long> ends = new TreeSet<>();
        StringBuilder text = new StringBuilder();
        for (List<Object> row : output.rows().keySet()) {
            long start = ((Instant) row.get(2)).toEpochMilli();
            long end = ((Instant) row.get(3)).toEpochMilli();
            assertEquals(end - 1, ((Instant) row.get(4)).toEpochMilli());
            assertTrue(ends.add(end));
            text.append(text.isEmpty() ? "" : " ").append(start).append("..").append(end);
        }
        return text.toString();
    }

    @Test
    void tumblingWindowsFloorNegativeTimes() {
        Window plan = plan(Window.Kind.TUMBLE, 10, 10, 0);
        assertEquals("0..10", windows(plan, 0, NONE));
        assertEquals("0..10", windows(plan, 9, NONE));
        assertEquals("-10..0", windows(plan, -1, NONE));
        assertEquals("-10..0", windows(plan, -10, NONE));
        assertEquals("-7..3", windows(plan(Window.Kind.TUMBLE, 10, 10, 3), 2, NONE));
        assertEquals("3..13", windows(plan(Window.Kind.TUMBLE, 10, 10, 3), 3, NONE));
    }

    @Test
    void hoppingWindowsOverlapOrLeaveGaps() {
        Window plan = plan(Window.Kind.HOP, 10, 4, 0);
        assertEquals("-8..2 -4..6 0..10", windows(plan, 1, NONE));
        assertEquals("-8..2 -4..6", windows(plan, -1, NONE));
        assertEquals("0..10 4..14", windows(plan, 7, NONE).replace("-4..6 ", ""));
        assertEquals("1..3", windows(plan(Window.Kind.HOP, 2, 5, 1), 2, NONE));
        assertEquals("", windows(plan(Window.Kind.HOP, 2, 5, 1), 4, NONE));
    }

    @Test
    void cumulatingWindowsShareTheirStart() {
        Window plan = plan(Window.Kind.CUMULATE, 9, 3, 1);
        assertEquals("1..4 1..7 1..10", windows(plan, 1, NONE));
        assertEquals("1..10", windows(plan, 9, NONE));
        assertEquals("-8..-2 -8..1", windows(plan, -3, NONE).replace("-8..-5 ", ""));
    }

    @Test
    void aWindowThatHadClosedWhenTheRowArrivedIsLeftOutAndTheRowCountedOnce() {
        assertEquals("0..10", windows(plan(Window.Kind.TUMBLE, 10, 10, 0), 5, 8));
        assertTrue(run.late.isEmpty());
        assertEquals("", windows(plan(Window.Kind.TUMBLE, 10, 10, 0), 5, 9));
        assertEquals(Map.of("bid", 1L), run.late);
        assertEquals("0..10", windows(plan(Window.Kind.HOP, 10, 4, 0), 1, 5));
        assertEquals(Map.of("bid", 2L), run.late);
    }

    @Test
    void takingALateRowBackIsDroppedAndNotCounted() {
        Window plan = plan(Window.Kind.TUMBLE, 10, 10, 0);
        Bag rows = new Bag().add(row(5, 9), -1).add(row(6, 0), -1);
        Bag output = LinearRun.step(new WindowOperator(plan, run.context()), INPUT, rows, plan.schema());
        assertEquals(1, output.rows().size());
        assertTrue(run.late.isEmpty());
    }

    @Test
    void aRowWithoutATimeHasNoWindow() {
        Window plan = plan(Window.Kind.TUMBLE, 10, 10, 0);
        Bag rows = new Bag().add(Bag.row(null, 0L), 1).add(row(1, 0), 2);
        Bag output = LinearRun.step(new WindowOperator(plan, run.context()), INPUT, rows, plan.schema());
        assertEquals(List.of(2L), List.copyOf(output.rows().values()));
        assertTrue(run.late.isEmpty());
    }
}
