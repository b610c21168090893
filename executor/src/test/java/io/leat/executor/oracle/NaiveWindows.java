package io.leat.executor.oracle;

import io.leat.core.plan.Lateness;
import io.leat.core.plan.OnTime;
import io.leat.core.plan.Panes;
import io.leat.core.plan.Session;
import io.leat.core.plan.Window;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The windows of whole multisets of rows. */
final class NaiveWindows {

    private NaiveWindows() {}

    /** Each row once for each of its windows that had not closed when it arrived. */
    static Bag fixed(Window plan, Bag input) {
        DataType type = plan.input().schema().type(plan.timeColumn());
        Bag result = new Bag();
        input.rows().forEach((row, weight) -> {
            Object time = row.get(plan.timeColumn());
            if (time == null) {
                return;
            }
            for (long[] window : windowsOf(plan, NaiveValues.millis(type, time))) {
                if (!isLate(plan.lateness(), row, window[1] - 1)) {
                    result.add(withWindow(row, type, window[0], window[1]), weight);
                }
            }
        });
        return result;
    }

    private static List<long[]> windowsOf(Window plan, long time) {
        List<long[]> windows = new ArrayList<>();
        if (plan.kind() == Window.Kind.CUMULATE) {
            long start = floor(time, plan.sizeMillis(), plan.offsetMillis());
            for (long end = start + plan.stepMillis(); end <= start + plan.sizeMillis(); end += plan.stepMillis()) {
                if (time < end) {
                    windows.add(new long[] {start, end});
                }
            }
        } else {
            long start = floor(time, plan.stepMillis(), plan.offsetMillis());
            for (; start + plan.sizeMillis() > time; start -= plan.stepMillis()) {
                windows.add(new long[] {start, start + plan.sizeMillis()});
            }
        }
        return windows;
    }

    private static long floor(long time, long step, long offset) {
        return Math.floorDiv(time - offset, step) * step + offset;
    }

    /** Each row at the start of its pane; its arrival closes the same panes as before and no part of one. */
    static Bag panes(Panes plan, Bag input) {
        DataType type = plan.input().schema().type(plan.timeColumn());
        Bag result = new Bag();
        input.rows().forEach((row, weight) -> {
            List<Object> moved = new ArrayList<>(row);
            Object time = row.get(plan.timeColumn());
            if (time != null) {
                long start = floor(NaiveValues.millis(type, time), plan.sizeMillis(), plan.offsetMillis());
                moved.set(plan.timeColumn(), NaiveValues.time(type, start));
            }
            plan.arrivalColumn().ifPresent(column -> {
                long arrival = (Long) row.get(column);
                if (arrival != Long.MIN_VALUE) {
                    moved.set(column, floor(arrival + 1, plan.sizeMillis(), plan.offsetMillis()) - 1);
                }
            });
            result.add(Bag.row(moved.toArray()), weight);
        });
        return result;
    }

    /** The rows that were not late when they came. */
    static Bag onTime(OnTime plan, Bag input) {
        DataType type = plan.schema().type(plan.timeColumn());
        Bag result = new Bag();
        input.rows().forEach((row, weight) -> {
            Object time = row.get(plan.timeColumn());
            if (time == null
                    || NaiveValues.millis(type, time) + plan.allowanceMillis()
                            >= (Long) row.get(plan.lateness().arrivalColumn())) {
                result.add(row, weight);
            }
        });
        return result;
    }

    private static boolean isLate(Optional<Lateness> lateness, List<Object> row, long lastMoment) {
        return lateness.isPresent()
                && lastMoment <= (Long) row.get(lateness.get().arrivalColumn());
    }

    private static List<Object> withWindow(List<Object> row, DataType type, long start, long end) {
        List<Object> all = new ArrayList<>(row);
        all.add(NaiveValues.time(type, start));
        all.add(NaiveValues.time(type, end));
        all.add(NaiveValues.time(type, end - 1));
        return Bag.row(all.toArray());
    }

    /**
     * Each row that was not late for the session that it alone would make, with its session: rows of one key come in the
     * order of their arrivals and join what is within reach and had not closed by then.
     */
    static Bag sessions(Session plan, Bag input) {
        DataType type = plan.input().schema().type(plan.timeColumn());
        Map<List<Object>, List<Arrived>> byKey = new HashMap<>();
        input.rows().forEach((row, weight) -> {
            Object value = row.get(plan.timeColumn());
            long time = value == null ? 0 : NaiveValues.millis(type, value);
            if (value != null && !isLate(plan.lateness(), row, time + plan.gapMillis() - 1)) {
                long arrival = plan.lateness()
                        .map(lateness -> (Long) row.get(lateness.arrivalColumn()))
                        .orElse(Long.MIN_VALUE);
                byKey.computeIfAbsent(key(plan, row), k -> new ArrayList<>())
                        .add(new Arrived(row, weight, time, arrival));
            }
        });
        Bag result = new Bag();
        byKey.values()
                .forEach(rows -> sessionsOfKey(plan, rows)
                        .forEach(session -> session.forEach(row -> result.add(
                                withWindow(row.row, type, first(session), last(session) + plan.gapMillis()),
                                row.weight))));
        return result;
    }

    private record Arrived(List<Object> row, long weight, long time, long arrival) {}

    private static List<List<Arrived>> sessionsOfKey(Session plan, List<Arrived> rows) {
        List<List<Arrived>> sessions = new ArrayList<>();
        rows.sort(Comparator.comparingLong(Arrived::arrival));
        for (Arrived row : rows) {
            List<Arrived> joined = new ArrayList<>(List.of(row));
            sessions.removeIf(session -> {
                boolean open = last(session) + plan.gapMillis() - 1 > row.arrival;
                boolean near =
                        row.time >= first(session) - plan.gapMillis() && row.time <= last(session) + plan.gapMillis();
                return open && near && joined.addAll(session);
            });
            sessions.add(joined);
        }
        return sessions;
    }

    private static long first(List<Arrived> session) {
        return session.stream().mapToLong(Arrived::time).min().orElseThrow();
    }

    private static long last(List<Arrived> session) {
        return session.stream().mapToLong(Arrived::time).max().orElseThrow();
    }

    private static List<Object> key(Session plan, List<Object> row) {
        return Bag.row(plan.keys().stream().map(row::get).toArray());
    }
}
