package io.leat.executor.state;

import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * Where fields are written down, or read back from; one method serves both, so that the two cannot differ.
 *
 * <p>Every method takes a field's value and answers the value that it has from now on. Arrays are compared and written page by
 * page, so a value should keep its place in its array as long as it does not change.
 */
public interface StateArchive {

    /** Whether fields are read back. */
    boolean isRestoring();

    /** A number. */
    long number(long value);

    /** A number of 32 bits. */
    default int number(int value) {
        return Math.toIntExact(number((long) value));
    }

    /** A condition. */
    default boolean flag(boolean value) {
        return number(value ? 1L : 0L) != 0;
    }

    /**
     * An array of numbers.
     *
     * @param used how many of its first numbers count; the others are 0 when it is read back, and its length is the same
     */
    long[] longs(long[] values, int used);

    /** An array of numbers that all count. */
    default long[] longs(long[] values) {
        return longs(values, values.length);
    }

    /** Numbers in pages, as {@link #longs(long[])} has them in one array: either can be read back as the other. */
    default void longs(PagedLongs values) {
        long[] all = new long[isRestoring() ? 0 : values.capacity()];
        values.read(0, all.length, LongBuffer.wrap(all));
        long[] read = longs(all);
        if (isRestoring()) {
            values.clear();
            values.write(0, read.length, LongBuffer.wrap(read));
        }
    }

    /** An array of numbers of 32 bits, as {@link #longs(long[], int)}. */
    int[] ints(int[] values, int used);

    /** An array of numbers of 32 bits that all count. */
    default int[] ints(int[] values) {
        return ints(values, values.length);
    }

    /** Numbers of 32 bits in pages, as {@link #longs(PagedLongs)}. */
    default void ints(PagedInts values) {
        int[] all = new int[isRestoring() ? 0 : values.capacity()];
        values.read(0, all.length, IntBuffer.wrap(all));
        int[] read = ints(all);
        if (isRestoring()) {
            values.clear();
            values.write(0, read.length, IntBuffer.wrap(read));
        }
    }

    /** An array of bytes, as {@link #longs(long[], int)}. */
    byte[] bytes(byte[] values, int used);

    /** An array of bytes that all count. */
    default byte[] bytes(byte[] values) {
        return bytes(values, values.length);
    }

    /**
     * An array of byte strings, as {@link #longs(long[], int)}; one may be null. For a few: whatever changes in one, all behind
     * it are written again.
     */
    byte[][] strings(byte[][] values, int used);

    /** A text. */
    default String text(String value) {
        byte[][] one = {value.getBytes(java.nio.charset.StandardCharsets.UTF_8)};
        return new String(strings(one, 1)[0], java.nio.charset.StandardCharsets.UTF_8);
    }
}
