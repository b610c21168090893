package io.leat.connector.format.json;

import io.leat.connector.format.StrictUtf8;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which names stand where: records of one table mostly have the same fields in the same order, so each name is first
 * compared with the one that stood at its place in the record before. Not safe for several threads.
 */
final class ExpectedNames {
    private static final int PLACES_MAX = 1_024;
    private static final int SLOTS = 4_096;

    /** So many strange names are remembered, so that a stranger's records cannot fill the memory. */
    private static final int REMEMBERED_MAX = SLOTS / 2;

    private static final int NAME_BYTES_MAX = 1_000;

    private final FieldNames names;
    private QuotedName[] places = new QuotedName[16];
    private final QuotedName[] slots = new QuotedName[SLOTS];
    private int remembered;

    ExpectedNames(FieldNames names) {
        this.names = names;
    }

    /**
     * The name that begins at a byte.
     *
     * @param place how many names the record has before it
     * @return null if there is no name, or one with escapes or of unusual length
     */
    QuotedName at(byte[] bytes, int at, int limit, int place) {
        QuotedName expected = place < places.length ? places[place] : null;
        boolean asExpected = expected != null && expected.isAt(bytes, at, limit);
        return asExpected ? expected : other(bytes, at, limit, place);
    }

    private QuotedName other(byte[] bytes, int at, int limit, int place) {
        if (at >= limit || bytes[at] != '"') {
            return null;
        }
        int end = closingQuote(bytes, at + 1, limit);
        if (end < 0 || end - at > NAME_BYTES_MAX) {
            return null;
        }
        QuotedName name = known(bytes, at, end + 1);
        if (name != null && place < PLACES_MAX) {
            if (place >= places.length) {
                places = Arrays.copyOf(places, Math.max(place + 1, places.length * 2));
            }
            places[place] = name;
        }
        return name;
    }

    /** Escapes are left to others; bytes beyond ASCII are looked at later. */
    private static int closingQuote(byte[] bytes, int from, int limit) {
        for (int at = from; at < limit; at++) {
            byte b = bytes[at];
            if (b == '"') {
                return at;
            }
            if (b == '\\' || (b >= 0 && b < ' ')) {
                return -1;
            }
        }
        return -1;
    }

    private QuotedName known(byte[] bytes, int from, int to) {
        int slot = QuotedName.hash(bytes, from, to) & (SLOTS - 1);
        while (slots[slot] != null) {
            if (slots[slot].length() == to - from && slots[slot].isAt(bytes, from, to)) {
                return slots[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return learn(bytes, from, to, slot);
    }

    private QuotedName learn(byte[] bytes, int from, int to, int slot) {
        Optional<String> text = StrictUtf8.decode(bytes, from + 1, to - from - 2);
        if (text.isEmpty()) {
            return null;
        }
        QuotedName name = new QuotedName(Arrays.copyOfRange(bytes, from, to), names.column(text.get()));
        if (remembered < REMEMBERED_MAX) {
            slots[slot] = name;
            remembered++;
        }
        return name;
    }
}
