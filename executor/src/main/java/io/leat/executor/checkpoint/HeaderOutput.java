package io.leat.executor.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The small fields of a part as bytes. Numbers take as few bytes as they need: seven bits each, the sign in the lowest bit. */
final class HeaderOutput {
    private static final int NUMBER_BYTES_MAX = 10;

    private byte[] bytes = new byte[64];
    private int length;

    void kind(FieldKind kind) {
        makeRoom(1);
        bytes[length++] = (byte) kind.ordinal();
    }

    void number(long value) {
        makeRoom(NUMBER_BYTES_MAX);
        long left = value << 1 ^ value >> Long.SIZE - 1;
        while ((left & ~0x7FL) != 0) {
            bytes[length++] = (byte) (left & 0x7F | 0x80);
            left >>>= 7;
        }
        bytes[length++] = (byte) left;
    }

    /** Makes room for bytes, which the caller fills before anything else is written. */
    ByteBuffer room(int more) {
        makeRoom(more);
        ByteBuffer room = ByteBuffer.wrap(bytes, length, more).slice().order(ByteOrder.LITTLE_ENDIAN);
        length += more;
        return room;
    }

    private void makeRoom(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
