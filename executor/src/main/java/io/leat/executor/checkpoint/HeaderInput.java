package io.leat.executor.checkpoint;

import io.leat.core.error.LeatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads what a {@link HeaderOutput} has written, and notices when it is something else. */
final class HeaderInput {
    private final String part;
    private final ByteBuffer bytes;
    private int field;

    HeaderInput(String part, byte[] header) {
        this.part = part;
        this.bytes = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Begins a field. */
    void expect(FieldKind kind) {
        field++;
        int found = bytes.hasRemaining() ? bytes.get() : FieldKind.END.ordinal();
        if (found != kind.ordinal()) {
            throw misfit(FieldKind.text(found) + " and not " + kind);
        }
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (!bytes.hasRemaining()) {
                break;
            }
            int next = bytes.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw misfit("no number");
    }

    int count(long most) {
        long value = number();
        if (value < 0 || value > most) {
            throw misfit("too large");
        }
        return (int) value;
    }

    /** The next bytes. */
    ByteBuffer room(int length) {
        if (length > bytes.remaining()) {
            throw misfit("cut off");
        }
        ByteBuffer room = bytes.slice().limit(length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + length);
        return room;
    }

    /** The field that was just begun is not what was expected. */
    LeatException misfit(String found) {
        return Misfit.of(part, "its field " + field + " is " + found);
    }
}
