package io.leat.executor.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A reusable buffer for one encoded row or key: written from the front, read in place. */
public final class RowBytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long FINISH = 0xD6E8FEB86659FD93L;

    private byte[] bytes = new byte[64];
    private int length;

    /** The array that holds the bytes, from 0 to {@link #length()}; another one once the buffer has grown. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes. */
    public int length() {
        return length;
    }

    /** Forgets the bytes. */
    public RowBytes clear() {
        length = 0;
        return this;
    }

    /** Adds so many zero bytes and returns where they begin. */
    int putZeros(int count) {
        int start = reserve(count);
        Arrays.fill(bytes, start, start + count, (byte) 0);
        return start;
    }

    /** Adds one byte. */
    public void putByte(int value) {
        int start = reserve(1);
        bytes[start] = (byte) value;
    }

    /** Adds 4 bytes. */
    void putInt(int value) {
        int start = reserve(Integer.BYTES);
        INTS.set(bytes, start, value);
    }

    /** Adds 8 bytes. */
    public void putLong(long value) {
        int start = reserve(Long.BYTES);
        LONGS.set(bytes, start, value);
    }

    /** Adds a number in 1 to 5 bytes, the fewer the smaller it is. */
    public void putVarint(int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            putByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        putByte(rest);
    }

    /** Adds bytes as they are. */
    public void putBytes(byte[] source, int offset, int count) {
        int start = reserve(count);
        System.arraycopy(source, offset, bytes, start, count);
    }

    private int reserve(int count) {
        int start = length;
        length = Math.addExact(start, count);
        if (length > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(length, bytes.length * 2L)));
        }
        return start;
    }

    /** The 8 bytes at an offset, as {@link #putLong} wrote them. */
    public static long getLong(byte[] source, int offset) {
        return (long) LONGS.get(source, offset);
    }

    /** A hash of some bytes; all of its bits are good. */
    static int hash(byte[] source, int offset, int count) {
        long hash = count * FINISH;
        int at = offset;
        int end = offset + count;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = (hash ^ getLong(source, at)) * MIX;
            hash ^= hash >>> 29;
        }
        long tail = 0;
        for (; at < end; at++) {
            tail = tail << 8 | source[at] & 0xFF;
        }
        hash = (hash ^ tail) * MIX;
        hash ^= hash >>> 32;
        hash *= FINISH;
        return (int) (hash >>> 32);
    }
}
