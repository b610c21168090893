package io.leat.executor.state;

import java.nio.IntBuffer;
import java.util.Arrays;

/** One {@code int} a number, in pages of 64 KB. */
public final class PagedInts extends PagedNumbers<int[]> {
    /** By how many bits a number is shifted to get its page. */
    static final int PAGE_BITS = 14;

    /** The bits of a number that say where in its page it is. */
    static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

    private static final int[] NOTHING = {};

    private int[][] pages = {NOTHING};

    /** None so far. */
    public PagedInts() {
        super(PAGE_BITS, new int[][] {NOTHING});
    }

    /** How to open it from a store. */
    public static StateKind<PagedInts> kind() {
        return new StateKind<>("ints", PagedInts::new);
    }

    @Override
    int[] copyOf(int[] page, int length) {
        return Arrays.copyOf(page, length);
    }

    @Override
    int[] nothing() {
        return NOTHING;
    }

    @Override
    void use(int[][] newPages) {
        pages = newPages;
    }

    /** The value of a number. */
    public int get(int number) {
        return number < capacity() ? pages[number >>> PAGE_BITS][number & PAGE_MASK] : 0;
    }

    /** Sets the value of a number. */
    public void set(int number, int value) {
        if (number >= capacity()) {
            if (value == 0) {
                return;
            }
            reserve(number + 1);
        }
        pages[number >>> PAGE_BITS][number & PAGE_MASK] = value;
    }

    /** The pages, for loops: number {@code n}, for which there is room, is at {@code [n >>> PAGE_BITS][n & PAGE_MASK]}. */
    int[][] pages() {
        return pages;
    }

    /** Copies the values of so many numbers into a buffer. */
    public void read(int from, int count, IntBuffer target) {
        forEachRun(from, count, target::put);
    }

    /** Sets the values of so many numbers, for which there is room or is made, to those of a buffer. */
    public void write(int from, int count, IntBuffer source) {
        reserve(from + count);
        forEachRun(from, count, source::get);
    }

    /** As one array would be: either can be read back as the other. */
    @Override
    public void archive(StateArchive archive) {
        archive.ints(this);
    }

    @Override
    public long bytes() {
        return (long) capacity() * Integer.BYTES;
    }
}
