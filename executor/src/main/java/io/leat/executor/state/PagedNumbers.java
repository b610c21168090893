package io.leat.executor.state;

import java.util.Arrays;

/**
 * A value a number (of a row or key), in pages: growing neither copies what is there nor leaves room for as much again, and
 * what was stored long ago stays where it is. 0 as long as none was set.
 *
 * @param <P> an array of values: a page
 */
abstract class PagedNumbers<P> implements State {
    private static final int FIRST_LENGTH = 16;

    private final int pageBits;
    private final int pageLength;
    /** The first is as long as it must be, the others are full, those that are not there yet are empty. */
    private P[] pages;

    private int capacity;

    /**
     * None so far.
     *
     * @param pageBits by how many bits a number is shifted to get its page
     * @param none no pages, as many as there are before the first value is set: one without a value
     */
    PagedNumbers(int pageBits, P[] none) {
        this.pageBits = pageBits;
        this.pageLength = 1 << pageBits;
        this.pages = none;
    }

    /** Values that begin with those of a page; 0 behind them. */
    abstract P copyOf(P page, int length);

    /** An array without a value. */
    abstract P nothing();

    /** From now on the pages are these. */
    abstract void use(P[] newPages);

    private void set(P[] newPages, int newCapacity) {
        pages = newPages;
        capacity = newCapacity;
        use(newPages);
    }

    /** Makes room for numbers below a limit. */
    public final void reserve(int limit) {
        if (limit <= capacity) {
            return;
        }
        if (limit <= pageLength) {
            resizeFirst(Math.min(pageLength, Math.max(FIRST_LENGTH, Math.max(limit, capacity * 2))));
        } else {
            setCount((limit - 1 >>> pageBits) + 1);
        }
    }

    private void resizeFirst(int length) {
        P[] one = Arrays.copyOf(pages, 1);
        one[0] = copyOf(pages[0], length);
        set(one, length);
    }

    private void setCount(int count) {
        int before = capacity + pageLength - 1 >>> pageBits;
        P[] some = count > pages.length || count < pages.length / 4 ? Arrays.copyOf(pages, count + count / 4) : pages;
        Arrays.fill(some, Math.min(before, count), some.length, nothing());
        some[0] = capacity < pageLength ? copyOf(some[0], pageLength) : some[0];
        for (int page = Math.max(1, before); page < count; page++) {
            some[page] = copyOf(nothing(), pageLength);
        }
        set(some, (int) Math.min(Integer.MAX_VALUE, (long) count << pageBits));
    }

    /** Gives memory back when all numbers in use are below the limit. */
    public final void trim(int limit) {
        if (capacity <= FIRST_LENGTH || limit >= capacity / 4) {
            return;
        }
        int left = Math.max(FIRST_LENGTH, limit * 2);
        if (left <= pageLength) {
            resizeFirst(left);
        } else {
            setCount((left - 1 >>> pageBits) + 1);
        }
    }

    /** Forgets all values. */
    public final void clear() {
        P[] one = Arrays.copyOf(pages, 1);
        one[0] = nothing();
        set(one, 0);
    }

    /** For how many numbers, from 0 on, there is room. */
    public final int capacity() {
        return capacity;
    }

    /** Takes some values of a page. */
    @FunctionalInterface
    interface Run<P> {
        void accept(P page, int from, int count);
    }

    /** Goes over the values of so many numbers, page by page. */
    final void forEachRun(int from, int count, Run<P> run) {
        int more;
        for (int done = 0; done < count; done += more) {
            int at = from + done & pageLength - 1;
            more = Math.min(count - done, pageLength - at);
            run.accept(pages[from + done >>> pageBits], at, more);
        }
    }

    @Override
    public final long rows() {
        return 0;
    }
}
