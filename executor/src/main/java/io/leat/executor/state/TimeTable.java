package io.leat.executor.state;

import java.util.Arrays;

/**
 * The distinct times at which something is, each with a link to what is there: an open-addressing table, and a heap that
 * knows the least of them. A time whose link becomes 0 stays in the heap until it is the least one, or until such times are
 * most of them.
 */
final class TimeTable {
    private static final int SMALLEST = 16;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** The link of a time that has none. */
    private static final int EMPTY = -1;

    private long[] times = new long[SMALLEST];
    /** By slot: 0 if no time is there, else the time's link or {@link #EMPTY}. */
    private int[] links = new int[SMALLEST];

    private int shift = Long.SIZE - 4;
    /** A binary heap of all times in the table. */
    private long[] heap = new long[SMALLEST];

    private int count;
    private int empty;

    /** The slot of a time, a new one with link 0 if there is none; valid until another one is new or removed. */
    int slot(long time) {
        int slot = find(time);
        if (links[slot] != 0) {
            return slot;
        }
        if (count >= times.length / 8 * 5) {
            rebuild();
            slot = find(time);
        }
        links[slot] = EMPTY;
        times[slot] = time;
        push(time);
        empty++;
        return slot;
    }

    private int find(long time) {
        int mask = times.length - 1;
        int slot = (int) (time * MIX >>> shift);
        while (links[slot] != 0 && times[slot] != time) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** The link in a slot. */
    int link(int slot) {
        return Math.max(0, links[slot]);
    }

    /** Sets the link in a slot. */
    void setLink(int slot, int link) {
        int now = link == 0 ? EMPTY : link;
        empty += (now == EMPTY ? 1 : 0) - (links[slot] == EMPTY ? 1 : 0);
        links[slot] = now;
    }

    /** Whether no time has a link. */
    boolean isEmpty() {
        dropEmpty();
        return count == 0;
    }

    private void dropEmpty() {
        while (empty > 0 && count > 0 && links[find(heap[0])] == EMPTY) {
            poll();
        }
    }

    /** The least time, if there is one with a link. */
    long least() {
        return heap[0];
    }

    /** Takes the least time away and answers its link. */
    int poll() {
        int slot = find(heap[0]);
        int link = link(slot);
        empty -= link == 0 ? 1 : 0;
        closeGap(slot);
        long last = heap[--count];
        siftDown(last);
        return link;
    }

    /** Empties a slot and moves those behind it forward that would no longer be found. */
    private void closeGap(int start) {
        int mask = times.length - 1;
        int gap = start;
        for (int next = gap + 1 & mask; links[next] != 0; next = next + 1 & mask) {
            int home = (int) (times[next] * MIX >>> shift);
            if ((next - home & mask) >= (next - gap & mask)) {
                times[gap] = times[next];
                links[gap] = links[next];
                gap = next;
            }
        }
        links[gap] = 0;
    }

    private void push(long time) {
        if (count == heap.length) {
            heap = Arrays.copyOf(heap, count * 2);
        }
        int place = count++;
        while (place > 0 && heap[place - 1 >> 1] > time) {
            heap[place] = heap[place - 1 >> 1];
            place = place - 1 >> 1;
        }
        heap[place] = time;
    }

    private void siftDown(long time) {
        int place = 0;
        for (int child = 1; child < count; child = 2 * place + 1) {
            if (child + 1 < count && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= time) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = time;
    }

    /** Makes room for more times, and leaves out those without a link. */
    private void rebuild() {
        if (empty > 0) {
            forgetEmpty();
        }
        long[] oldTimes = times;
        int[] oldLinks = links;
        makeTable(capacity(count + 1));
        for (int i = 0; i < oldTimes.length; i++) {
            if (oldLinks[i] > 0) {
                int slot = find(oldTimes[i]);
                times[slot] = oldTimes[i];
                links[slot] = oldLinks[i];
            }
        }
    }

    /** Takes the times without a link out of the heap; what is sorted is a heap. */
    private void forgetEmpty() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (links[find(heap[i])] != EMPTY) {
                heap[kept++] = heap[i];
            }
        }
        Arrays.sort(heap, 0, kept);
        heap = Arrays.copyOf(heap, Math.max(SMALLEST, kept * 2));
        count = kept;
        empty = 0;
    }

    private static int capacity(int needed) {
        int capacity = SMALLEST;
        while (needed > capacity / 8 * 3) {
            capacity *= 2;
        }
        return capacity;
    }

    private void makeTable(int capacity) {
        times = new long[capacity];
        links = new int[capacity];
        shift = Long.numberOfLeadingZeros(capacity - 1L);
    }

    /** Forgets everything. */
    void clear() {
        makeTable(SMALLEST);
        heap = new long[SMALLEST];
        count = 0;
        empty = 0;
    }

    /** Gives memory back that is no longer used. */
    void trim() {
        if (times.length > SMALLEST && count < times.length / 16) {
            rebuild();
            heap = Arrays.copyOf(heap, Math.max(SMALLEST, count * 2));
        }
    }

    long bytes() {
        return times.length * (long) (Long.BYTES + Integer.BYTES) + (long) heap.length * Long.BYTES;
    }
}
