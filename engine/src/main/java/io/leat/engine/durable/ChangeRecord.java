package io.leat.engine.durable;

import io.leat.executor.state.RowBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The change of a table in the journal: the table's identity, the tick that has it, the time of that tick and the watermark after it, 8 bytes
 * each, and then its rows.
 *
 * @param payload all of it
 */
public record ChangeRecord(byte[] payload) implements Noted {
    static final int KIND = 2;
    static final int ROWS_AT = 4 * Long.BYTES;

    /** Begins the payload of a record. */
    static void begin(long table, long tick, long clockMillis, long watermark, RowBytes into) {
        into.clear();
        into.putLong(table);
        into.putLong(tick);
        into.putLong(clockMillis);
        into.putLong(watermark);
    }

    /** The identity of the table. */
    public long table() {
        return longAt(payload, 0);
    }

    /** The tick that has it. */
    public long tick() {
        return longAt(payload, Long.BYTES);
    }

    /** The time of that tick, if it has nothing but changes. */
    public long clockMillis() {
        return longAt(payload, 2 * Long.BYTES);
    }

    /** The table's event time after it. */
    public long watermark() {
        return longAt(payload, 3 * Long.BYTES);
    }

    static long longAt(byte[] bytes, int offset) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(offset);
    }
}
