package io.leat.executor.state;

import java.nio.LongBuffer;
import java.util.Arrays;

/** One {@code long} a number, in pages of 64 KB. */
public final class PagedLongs extends PagedNumbers<long[]> {
    /** By how many bits a number is shifted to get its page. */
    static final int PAGE_BITS = 13;

    /** The bits of a number that say where in its page it is. */
    static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

    private static final long[] NOTHING = {};

    private long[][] pages = {NOTHING};

    /** None so far. */
    public PagedLongs() {
        super(PAGE_BITS, new long[][] {NOTHING});
    }

    /** How to open it from a store. */
    public static StateKind<PagedLongs> kind() {
        return new StateKind<>("longs", PagedLongs::new);
    }

    @Override
    long[] copyOf(long[] page, int length) {
        return Arrays.copyOf(page, length);
    }

    @Override
    long[] nothing() {
        return NOTHING;
    }

    @Override
    void use(long[][] newPages) {
        pages = newPages;
    }

    /** The value of a number. */
    public long get(int number) {
        return number < capacity() ? pages[number >>> PAGE_BITS][number & PAGE_MASK] : 0;
    }

    /** Sets the value of a number. */
    public void set(int number, long value) {
        if (number >= capacity()) {
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

    /** Copies the values of so many numbers into a buffer. */
    public void read(int from, int count, LongBuffer target) {
        forEachRun(from, count, target::put);
    }

    /** Sets the values of so many numbers, for which there is room or is made, to those of a buffer. */
    public void write(int from, int count, LongBuffer source) {
        reserve(from + count);
        forEachRun(from, count, source::get);
    }

    /** As one array would be: either can be read back as the other. */
    @Override
    public void archive(StateArchive archive) {
        archive.longs(this);
    }

    @Override
    public long bytes() {
        return (long) capacity() * Long.BYTES;
    }
}
