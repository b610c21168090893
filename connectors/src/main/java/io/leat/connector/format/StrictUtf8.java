package io.leat.connector.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-8 without mercy: bytes that are none are said to be none, instead of being replaced. */
public final class StrictUtf8 {

    /** Why a record of other bytes is bad. */
    public static final String INVALID = "record is not valid UTF-8";

    private StrictUtf8() {}

    /** Whether the bytes are UTF-8. */
    public static boolean isValid(byte[] bytes, int offset, int length) {
        return isAscii(bytes, offset, length) || decode(bytes, offset, length).isPresent();
    }

    /** The text of the bytes, if they are UTF-8. */
    public static Optional<String> decode(byte[] bytes, int offset, int length) {
        if (isAscii(bytes, offset, length)) {
            return Optional.of(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, length))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(byte[] bytes, int offset, int length) {
        int seen = 0;
        for (int i = offset; i < offset + length; i++) {
            seen |= bytes[i];
        }
        return seen >= 0;
    }
}
