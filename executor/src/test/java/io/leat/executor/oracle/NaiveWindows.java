package io.leat.executor.oracle;

import io.leat.core.plan.Lateness;
import io.leat.core.plan.Session;
import io.leat.core.plan.Window;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

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

    /** Each row that was not late, with the session of its time among all rows of its key. */
    static Bag sessions(Session plan, Bag input) {
        DataType type = plan.input().schema().type(plan.timeColumn());
        Map<List<Object>, TreeSet<Long>> times = new HashMap<>();
        Bag inTime = new Bag();
        input.rows().forEach((row, weight) -> {
            Object time = row.get(plan.timeColumn());
            if (time != null && !isLate(plan.lateness(), row, NaiveValues.millis(type, time))) {
                inTime.add(row, weight);
                times.computeIfAbsent(key(plan, row), k -> new TreeSet<>()).add(NaiveValues.millis(type, time));
            }
        });
        Bag result = new Bag();
        inTime.rows().forEach((row, weight) -> {
            long time = NaiveValues.millis(type, row.get(plan.timeColumn()));
            long[] session = sessionOf(times.get(key(plan, row)), time, plan.gapMillis());
            result.add(withWindow(row, type, session[0], session[1]), weight);
        });
        return result;
    }

    private static List<Object> key(Session plan, List<Object> row) {
        return Bag.row(plan.keys().stream().map(row::get).toArray());
    }

    /** Walks from the time in both directions as long as the next time is at most a gap away. */
    private static long[] sessionOf(TreeSet<Long> times, long time, long gap) {
        long first = time;
        while (times.lower(first) != null && first - times.lower(first) <= gap) {
            first = times.lower(first);
        }
        long last = time;
        while (times.higher(last) != null && times.higher(last) - last <= gap) {
            last = times.higher(last);
        }
        return new long[] {first, last + gap};
    }
}
