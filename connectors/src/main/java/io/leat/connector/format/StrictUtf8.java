package io.leat.connector.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-8 without mercy: bytes that are none are said to be none, instead of being replaced. */
public final class StrictUtf8 {

    /** Why a record of other bytes is bad. */
    public static final String INVALID = "record is not valid UTF-8";

    private StrictUtf8() {}

    /** Whether the bytes are UTF-8. */
    public static boolean isValid(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at < end) {
            at = skipAscii(bytes, at, end);
            if (at < end) {
                at = behindCharacter(bytes, at, end);
            }
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    /** The text of the bytes, if they are UTF-8. */
    public static Optional<String> decode(byte[] bytes, int offset, int length) {
        return isValid(bytes, offset, length)
                ? Optional.of(new String(bytes, offset, length, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static int skipAscii(byte[] bytes, int from, int end) {
        int at = from;
        while (at + ByteWords.BYTES <= end && (ByteWords.at(bytes, at) & ByteWords.HIGH) == 0) {
            at += ByteWords.BYTES;
        }
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** Behind a character of two to four bytes; -1 if it is none: too short, longer than need be, or out of range. */
    private static int behindCharacter(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        int more = first < 0xC2 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : 0;
        if (more == 0 || at + more >= end) {
            return -1;
        }
        int second = bytes[at + 1] & 0xff;
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        boolean valid = second >= least && second <= most;
        for (int i = 2; i <= more; i++) {
            valid &= (bytes[at + i] & 0xC0) == 0x80;
        }
        return valid ? at + more + 1 : -1;
    }
}
