package io.leat.executor.window;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Gives each row of a cluster (rows of one key, each at most a gap after the one before) its session.
 *
 * <p>Rows come in the order of their arrival watermarks. A row joins the sessions within reach that its own partition's
 * watermark had not closed when it came, and makes them one; if there is none, it begins a session. So a row that is older
 * than others may stand beside a session that had closed before it came. The order of rows with one arrival does not
 * matter, and neither does where ticks were cut.
 */
final class SessionAssignment {
    private final long gap;
    private long[] starts = new long[0];
    private long[] ends = new long[0];

    SessionAssignment(long gap) {
        this.gap = gap;
    }

    /** Where the session of a row begins. */
    long start(int row) {
        return starts[row];
    }

    /** Where the session of a row ends. */
    long end(int row) {
        return ends[row];
    }

    /**
     * Assigns the rows of a cluster.
     *
     * @param times the rows' times, ascending
     * @param arrivals the rows' arrival watermarks
     * @param weights the rows' weights; rows with weight 0 are not there
     */
    void assign(long[] times, long[] arrivals, long[] weights, int size) {
        if (starts.length < size) {
            starts = new long[Math.max(size, 2 * starts.length)];
            ends = new long[starts.length];
        }
        int from = 0;
        while (from < size) {
            int to = endOfChain(times, weights, from, size);
            if (isOneSession(times, arrivals, weights, from, to)) {
                Arrays.fill(starts, from, to, first(times, weights, from));
                Arrays.fill(ends, from, to, last(times, weights, to) + gap);
            } else {
                inOrderOfArrival(times, arrivals, weights, from, to);
            }
            from = to;
        }
    }

    /** The end of the rows that hang together, without those of weight 0. */
    private int endOfChain(long[] times, long[] weights, int from, int size) {
        int last = -1;
        for (int row = from; row < size; row++) {
            if (weights[row] != 0) {
                if (last >= 0 && times[row] - times[last] > gap) {
                    return row;
                }
                last = row;
            }
        }
        return size;
    }

    /** Whether each row came before the row in front of it had closed: then nothing stands apart. */
    private boolean isOneSession(long[] times, long[] arrivals, long[] weights, int from, int to) {
        int last = -1;
        for (int row = from; row < to; row++) {
            if (weights[row] != 0) {
                if (last >= 0 && arrivals[row] >= times[last] + gap - 1) {
                    return false;
                }
                last = row;
            }
        }
        return true;
    }

    private static long first(long[] times, long[] weights, int from) {
        int row = from;
        while (weights[row] == 0 && row + 1 < weights.length) {
            row++;
        }
        return times[row];
    }

    private static long last(long[] times, long[] weights, int to) {
        int row = to - 1;
        while (weights[row] == 0 && row > 0) {
            row--;
        }
        return times[row];
    }

    private void inOrderOfArrival(long[] times, long[] arrivals, long[] weights, int from, int to) {
        Integer[] order = new Integer[to - from];
        Arrays.setAll(order, i -> from + i);
        Arrays.sort(order, Comparator.comparingLong(row -> arrivals[row]));
        OpenSpans open = new OpenSpans(gap);
        Span[] spans = new Span[to - from];
        for (int row : order) {
            if (weights[row] != 0) {
                spans[row - from] = open.join(times[row], arrivals[row]);
            }
        }
        for (int row = from; row < to; row++) {
            Span span = spans[row - from] == null ? null : spans[row - from].root();
            starts[row] = span == null ? times[row] : span.first;
            ends[row] = (span == null ? times[row] : span.last) + gap;
        }
    }

    /** A session in the making. */
    private static final class Span {
        private long first;
        private long last;
        private Span into;

        Span(long time) {
            first = time;
            last = time;
        }

        void take(Span other) {
            first = Math.min(first, other.first);
            last = Math.max(last, other.last);
            other.into = this;
        }

        Span root() {
            Span root = this;
            while (root.into != null) {
                root = root.into;
            }
            return root;
        }
    }

    /** The sessions that are open as time goes on: no two of them within reach of each other. */
    private static final class OpenSpans {
        private final long gap;
        private final TreeMap<Long, Span> byFirst = new TreeMap<>();
        private final PriorityQueue<Span> byLast = new PriorityQueue<>(Comparator.comparingLong(span -> span.last));

        OpenSpans(long gap) {
            this.gap = gap;
        }

        /** The session of a row that comes now: made of those within reach, or a new one. */
        Span join(long time, long arrival) {
            close(arrival);
            Span joined = new Span(time);
            Map.Entry<Long, Span> near = byFirst.floorEntry(time + gap);
            while (near != null && near.getValue().last >= time - gap) {
                byFirst.remove(near.getKey());
                joined.take(near.getValue());
                near = byFirst.lowerEntry(near.getKey());
            }
            byFirst.put(joined.first, joined);
            byLast.add(joined);
            return joined;
        }

        /** Forgets the sessions that a watermark has closed. */
        private void close(long arrival) {
            while (!byLast.isEmpty() && byLast.peek().last + gap - 1 <= arrival) {
                Span closed = byLast.poll();
                if (closed.into == null) {
                    byFirst.remove(closed.first);
                }
            }
        }
    }
}
