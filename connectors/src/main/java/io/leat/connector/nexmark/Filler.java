package io.leat.connector.nexmark;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Column;

/** The {@code extra} columns: slices of one long random text, as long as a record needs to be of its usual size. */
final class Filler {
    private static final int POOL_BYTES = 1 << 20;
    private static final long SALT = 0x6e65786d61726bL;
    private static final int LETTERS = 26;
    private static final double SPREAD = 0.2;

    private final byte[] pool = new byte[POOL_BYTES];

    Filler(long seed) {
        long start = Draws.mix(seed ^ SALT);
        for (int i = 0; i < pool.length; i++) {
            pool[i] = (byte) ('a' + Draws.below(Draws.mix(start + i * Draws.STEP), LETTERS));
        }
    }

    private static int length(long bits, int bytesSoFar, int usualBytes) {
        if (bytesSoFar > usualBytes) {
            return 0;
        }
        int wanted = usualBytes - bytesSoFar;
        int spread = (int) Math.round(wanted * SPREAD);
        return wanted - spread + (spread == 0 ? 0 : Draws.below(bits, 2 * spread));
    }

    private int start(long bits, int length) {
        return Draws.below(bits, pool.length - length);
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
        for (int i = 0; i < events.size(); i++) {
            offsets[i + 1] = offsets[i] + length(Draws.draw(events.bits()[i], draw), bytesSoFar, usualBytes);
        }
        byte[] values = new byte[offsets[events.size()]];
        for (int i = 0; i < events.size(); i++) {
            int length = offsets[i + 1] - offsets[i];
            int start = start(Draws.draw(events.bits()[i], draw + 1), length);
            System.arraycopy(pool, start, values, offsets[i], length);
        }
        return new BytesColumn(values, offsets, null, events.size());
    }
}
