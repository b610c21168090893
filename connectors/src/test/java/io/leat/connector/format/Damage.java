package io.leat.connector.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Changes records at random, most of them so that they are still nearly right. */
public final class Damage {
    private final Random random;
    private final List<String> pieces;

    /** Changes that put in some of the given pieces. */
    public Damage(Random random, List<String> pieces) {
        this.random = random;
        this.pieces = pieces;
    }

    /** The record with up to three changes; at times with none. */
    public byte[] of(byte[] record) {
        byte[] changed = record;
        for (int i = random.nextInt(4); i > 0; i--) {
            changed = once(changed);
        }
        return changed;
    }

    private byte[] once(byte[] record) {
        int at = random.nextInt(record.length + 1);
        int removed = random.nextInt(3) == 0 ? Math.min(record.length - at, 1 + random.nextInt(4)) : 0;
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(record, 0, at);
        changed.writeBytes(put());
        changed.write(record, at + removed, record.length - at - removed);
        return changed.toByteArray();
    }

    private byte[] put() {
        return switch (random.nextInt(4)) {
            case 0 -> new byte[] {(byte) random.nextInt()};
            case 1 -> new byte[0];
            default -> pieces.get(random.nextInt(pieces.size())).getBytes(StandardCharsets.UTF_8);
        };
    }
}
