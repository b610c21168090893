package io.leat.executor.checkpoint;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.UUID;

/**
 * Hashes pages: four lanes take turns in taking eight bytes, each by a multiplication, an addition and a rotation, which the
 * processor does at the same time; at the end both halves of the hash are mixed out of all four.
 *
 * <p>It begins with the identity of the database, which whoever writes rows does not know: so nobody can make two different
 * pages that look equal.
 */
final class PageHashing {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long OTHER = 0xD1B54A32D192ED03L;
    private static final long THIRD = 0xAEF17502108EF2D9L;
    private static final int ROUND = 4 * Long.BYTES;

    private final long high;
    private final long low;

    PageHashing(UUID database) {
        high = mixed(database.getMostSignificantBits());
        low = mixed(database.getLeastSignificantBits());
    }

    PageHash of(byte[] bytes, int offset, int length) {
        long first = high;
        long second = low;
        long third = high ^ OTHER;
        long fourth = low ^ THIRD;
        int at = offset;
        int end = offset + length;
        for (; at <= end - ROUND; at += ROUND) {
            first = taken(first, (long) LONGS.get(bytes, at));
            second = taken(second, (long) LONGS.get(bytes, at + Long.BYTES));
            third = taken(third, (long) LONGS.get(bytes, at + 2 * Long.BYTES));
            fourth = taken(fourth, (long) LONGS.get(bytes, at + 3 * Long.BYTES));
        }
        long forward = mixed(mixed(mixed(mixed(first) + second) + third) + fourth);
        long backward = mixed(mixed(mixed(mixed(fourth ^ THIRD) ^ third) ^ second) ^ first);
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            forward = taken(forward, (long) LONGS.get(bytes, at));
            backward = taken(backward ^ THIRD, (long) LONGS.get(bytes, at));
        }
        for (; at < end; at++) {
            forward = taken(forward, bytes[at]);
            backward = taken(backward ^ THIRD, bytes[at]);
        }
        return new PageHash(mixed(forward ^ length), mixed(backward + length));
    }

    private static long taken(long lane, long value) {
        return Long.rotateLeft(lane + value * OTHER, 31) * FACTOR;
    }

    /** Lets each bit change about half of all bits. */
    private static long mixed(long value) {
        long mixed = (value ^ value >>> 32) * OTHER;
        mixed = (mixed ^ mixed >>> 29) * THIRD;
        return mixed ^ mixed >>> 32;
    }
}
