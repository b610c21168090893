package io.leat.executor.storage;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * What each binary file of a database begins with: eight letters that say what it is, the version of its format, the
 * database that it belongs to, a number and a CRC-32C of all that; big-endian.
 *
 * @param kind eight ASCII letters
 * @param database the identity of the database
 * @param number what the file's name says, too
 */
public record FileHeader(String kind, UUID database, long number) {
    /** How long a header is. */
    public static final int BYTES = 40;

    private static final int VERSION = 1;
    private static final int VERSION_AT = 8;

    /** The header as bytes. */
    public byte[] encode() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        for (int i = 0; i < VERSION_AT; i++) {
            bytes.put((byte) kind.charAt(i));
        }
        bytes.putInt(VERSION);
        bytes.putLong(database.getMostSignificantBits()).putLong(database.getLeastSignificantBits());
        bytes.putLong(number);
        bytes.putInt(checksum(bytes.array(), BYTES - Integer.BYTES));
        return bytes.array();
    }

    /**
     * Checks that a file begins with this header.
     *
     * @param start the file's first bytes, at least {@link #BYTES}
     * @throws LeatException FOREIGN_FORMAT for another version or database, DATA_CORRUPTED for anything else
     */
    public void check(byte[] start, String place) {
        ByteBuffer bytes = ByteBuffer.wrap(start, 0, BYTES);
        if (bytes.getInt(BYTES - Integer.BYTES) != checksum(start, BYTES - Integer.BYTES)) {
            throw Corruption.at(place, 0, "its header has a wrong checksum");
        }
        if (bytes.getInt(VERSION_AT) != VERSION) {
            throw LeatException.of(ErrorCode.FOREIGN_FORMAT, place + " has format " + bytes.getInt(VERSION_AT))
                    .hint("This version of Leat reads format " + VERSION + ".");
        }
        UUID owner = new UUID(bytes.getLong(VERSION_AT + 4), bytes.getLong(VERSION_AT + 12));
        if (!owner.equals(database)) {
            throw LeatException.of(ErrorCode.FOREIGN_FORMAT, place + " belongs to another database")
                    .hint("Its database is " + owner + ", this one is " + database + ".");
        }
        if (!java.util.Arrays.equals(encode(), java.util.Arrays.copyOf(start, BYTES))) {
            throw Corruption.at(place, 0, "its header is that of another file");
        }
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
