package io.leat.executor.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A record on disk: length of the payload (4 bytes), CRC-32C of everything else (4), sequence (8), kind (1), payload. A
 * record of kind {@link #SAFE} has no payload and says that all records up to its sequence were synced.
 */
final class RecordFormat {
    static final int HEADER_BYTES = 17;
    static final int SAFE = 0;

    private static final int CRC_AT = 4;
    private static final int SEQUENCE_AT = 8;
    private static final int KIND_AT = 16;

    private RecordFormat() {}

    /** Writes a record to the beginning of a buffer that has room for it; answers its length. */
    static int encode(long sequence, int kind, byte[] payload, int offset, int length, byte[] into) {
        ByteBuffer record = ByteBuffer.wrap(into);
        record.putInt(length).putInt(0).putLong(sequence).put((byte) kind).put(payload, offset, length);
        record.putInt(CRC_AT, checksum(into, 0, length));
        return HEADER_BYTES + length;
    }

    /** Whether a whole record stands at a place with the checksum that it should have. */
    static boolean isWhole(byte[] segment, int offset) {
        int left = segment.length - offset - HEADER_BYTES;
        if (left < 0 || length(segment, offset) < 0 || length(segment, offset) > left) {
            return false;
        }
        int stored = ByteBuffer.wrap(segment).getInt(offset + CRC_AT);
        return stored == checksum(segment, offset, length(segment, offset));
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, CRC_AT);
        crc.update(bytes, offset + SEQUENCE_AT, HEADER_BYTES - SEQUENCE_AT + length);
        return (int) crc.getValue();
    }

    static int length(byte[] segment, int offset) {
        return ByteBuffer.wrap(segment).getInt(offset);
    }

    static long sequence(byte[] segment, int offset) {
        return ByteBuffer.wrap(segment).getLong(offset + SEQUENCE_AT);
    }

    static int kind(byte[] segment, int offset) {
        return segment[offset + KIND_AT] & 0xFF;
    }

    /** Whether it may be a record that says how far the journal is safe; quick, to be asked at every byte. */
    static boolean looksSafe(byte[] segment, int offset) {
        return segment[offset + KIND_AT] == SAFE && length(segment, offset) == 0;
    }
}
