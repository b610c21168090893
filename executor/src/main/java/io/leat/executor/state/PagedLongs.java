package io.leat.executor.state;

import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * One {@code long} a number (of a row or key), in pages: growing neither copies what is there nor leaves room for as much
 * again, and what was stored long ago stays where it is. 0 as long as none was set.
 */
public final class PagedLongs implements State {
    /** By how many bits a number is shifted to get its page. */
    static final int PAGE_BITS = 13;

    private static final int PAGE_LENGTH = 1 << PAGE_BITS;
    /** The bits of a number that say where in its page it is. */
    static final int PAGE_MASK = PAGE_LENGTH - 1;

    private static final int FIRST_LENGTH = 16;
    private static final long[] NOTHING = {};

    /** The first is as long as it must be, the others are full, those that are not there yet are empty. */
    private long[][] pages = {NOTHING};

    private int capacity;

    /** How to open it from a store. */
    public static StateKind<PagedLongs> kind() {
        return new StateKind<>("longs", PagedLongs::new);
    }

    /** The value of a number. */
    public long get(int number) {
        return number < capacity ? pages[number >>> PAGE_BITS][number & PAGE_MASK] : 0;
    }

    /** Sets the value of a number. */
    public void set(int number, long value) {
        if (number >= capacity) {
            if (value == 0) {
                return;
            }
            reserve(number + 1);
        }
        pages[number >>> PAGE_BITS][number & PAGE_MASK] = value;
    }

    /** The pages, for loops: number {@code n}, for which there is room, is at {@code [n >>> PAGE_BITS][n & PAGE_MASK]}. */
    long[][] pages() {
        return pages;
    }

    /** Makes room for numbers below a limit. */
    public void reserve(int limit) {
        if (limit <= capacity) {
            return;
        }
        if (limit <= PAGE_LENGTH) {
            int length = Math.min(PAGE_LENGTH, Math.max(FIRST_LENGTH, Math.max(limit, capacity * 2)));
            pages[0] = Arrays.copyOf(pages[0], length);
            capacity = length;
            return;
        }
        setPages((limit - 1 >>> PAGE_BITS) + 1);
    }

    private void setPages(int count) {
        int before = capacity + PAGE_LENGTH - 1 >>> PAGE_BITS;
        if (count > pages.length || count < pages.length / 4) {
            pages = Arrays.copyOf(pages, count + count / 4);
        }
        Arrays.fill(pages, Math.min(before, count), pages.length, NOTHING);
        pages[0] = pages[0].length == PAGE_LENGTH ? pages[0] : Arrays.copyOf(pages[0], PAGE_LENGTH);
        for (int page = Math.max(1, before); page < count; page++) {
            pages[page] = new long[PAGE_LENGTH];
        }
        capacity = (int) Math.min(Integer.MAX_VALUE, (long) count << PAGE_BITS);
    }

    /** Gives memory back when all numbers in use are below the limit. */
    public void trim(int limit) {
        if (capacity <= FIRST_LENGTH || limit >= capacity / 4) {
            return;
        }
        int left = Math.max(FIRST_LENGTH, limit * 2);
        if (left <= PAGE_LENGTH) {
            pages = new long[][] {Arrays.copyOf(pages[0], left)};
            capacity = left;
        } else {
            setPages((left - 1 >>> PAGE_BITS) + 1);
        }
    }

    /** For how many numbers, from 0 on, there is room. */
    public int capacity() {
        return capacity;
    }

    /** Copies the values of so many numbers into a buffer. */
    public void read(int from, int count, LongBuffer target) {
        int more;
        for (int done = 0; done < count; done += more) {
            int at = from + done & PAGE_MASK;
            more = Math.min(count - done, PAGE_LENGTH - at);
            target.put(pages[from + done >>> PAGE_BITS], at, more);
        }
    }

    /** Sets the values of so many numbers, for which there is room or is made, to those of a buffer. */
    public void write(int from, int count, LongBuffer source) {
        reserve(from + count);
        int more;
        for (int done = 0; done < count; done += more) {
            int at = from + done & PAGE_MASK;
            more = Math.min(count - done, PAGE_LENGTH - at);
            source.get(pages[from + done >>> PAGE_BITS], at, more);
        }
    }

    /** Forgets all values. */
    public void clear() {
        pages = new long[][] {NOTHING};
        capacity = 0;
    }

    /** As one array would be: either can be read back as the other. */
    @Override
    public void archive(StateArchive archive) {
        archive.longs(this);
    }

    @Override
    public long rows() {
        return 0;
    }

    @Override
    public long bytes() {
        return (long) capacity * Long.BYTES;
    }
}
