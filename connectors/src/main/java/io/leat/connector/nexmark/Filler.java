package io.leat.connector.nexmark;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Column;

/** The {@code extra} columns: slices of one long random text, as long as a record needs to be of its usual size. */
final class Filler {
    private static final int POOL_BYTES = 1 << 20;
    private static final long SALT = 0x6e65786d61726bL;
    private static final int LETTERS = 26;
    private static final double SPREAD = 0.2;
    /** Copying so many bytes whatever the text's length is faster than copying it: nothing has to be guessed. */
    private static final int COPIED_BYTES = 96;

    /** Longer than what is drawn from, because a short text is copied with some bytes behind it. */
    private final byte[] pool = new byte[POOL_BYTES + COPIED_BYTES];

    Filler(long seed) {
        long start = Draws.mix(seed ^ SALT);
        for (int i = 0; i < POOL_BYTES; i++) {
            pool[i] = (byte) ('a' + Draws.below(Draws.mix(start + i * Draws.STEP), LETTERS));
        }
    }

    private static int length(long bits, int bytesSoFar, int usualBytes) {
        int wanted = Math.max(usualBytes - bytesSoFar, 0);
        int spread = spread(wanted);
        return wanted - spread + Draws.below(bits, 2 * spread);
    }

    private static int spread(int wanted) {
        return (int) Math.round(wanted * SPREAD);
    }

    private int start(long bits, int length) {
        return Draws.below(bits, POOL_BYTES - length);
    }

    /** Writes the extra text of one record; answers where it ends. */
    int write(long lengthBits, long startBits, int bytesSoFar, int usualBytes, byte[] target, int to) {
        int length = length(lengthBits, bytesSoFar, usualBytes);
        System.arraycopy(pool, start(startBits, length), target, to, length);
        return to + length;
    }

    /** The extra texts of records that are all of one size without them; draws number n and n + 1 of each. */
    Column column(Events events, int draw, int bytesSoFar, int usualBytes) {
        int[] offsets = new int[events.size() + 1];
        int spread = spread(usualBytes - bytesSoFar);
        int least = usualBytes - bytesSoFar - spread;
        for (int i = 0; i < events.size(); i++) {
            offsets[i + 1] = offsets[i] + least + Draws.below(Draws.draw(events.bits()[i], draw), 2 * spread);
        }
        byte[] values = new byte[offsets[events.size()] + COPIED_BYTES];
        for (int i = 0; i < events.size(); i++) {
            int length = offsets[i + 1] - offsets[i];
            int start = start(Draws.draw(events.bits()[i], draw + 1), length);
            // What is copied too much is overwritten by the next text.
            System.arraycopy(pool, start, values, offsets[i], length <= COPIED_BYTES ? COPIED_BYTES : length);
        }
        return new BytesColumn(values, offsets, null, events.size());
    }
}
