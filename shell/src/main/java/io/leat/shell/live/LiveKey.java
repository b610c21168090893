package io.leat.shell.live;

import java.io.IOException;
import org.jline.utils.NonBlockingReader;

/** What a key means while a live table is shown. */
enum LiveKey {
    NONE,
    LEAVE,
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    TOP;

    private static final int ESCAPE = 27;
    private static final int INTERRUPT = 3;
    private static final int SEQUENCE_MILLIS = 20;

    /** Waits for a key no longer than so long. */
    static LiveKey read(NonBlockingReader reader, long millis) throws IOException {
        int key = reader.read(millis);
        return switch (key) {
            case 'q', 'Q', INTERRUPT, NonBlockingReader.EOF -> LEAVE;
            case 'j' -> DOWN;
            case 'k' -> UP;
            case ' ', 'f' -> PAGE_DOWN;
            case 'b' -> PAGE_UP;
            case 'g' -> TOP;
            case ESCAPE -> sequence(reader);
            default -> NONE;
        };
    }

    /** The keys that terminals send as an escape, a bracket or an O, and a letter or a number. */
    private static LiveKey sequence(NonBlockingReader reader) throws IOException {
        int bracket = reader.read(SEQUENCE_MILLIS);
        if (bracket != '[' && bracket != 'O') {
            return bracket == NonBlockingReader.READ_EXPIRED ? LEAVE : NONE;
        }
        return switch (reader.read(SEQUENCE_MILLIS)) {
            case 'A' -> UP;
            case 'B' -> DOWN;
            case '5' -> tilde(reader, PAGE_UP);
            case '6' -> tilde(reader, PAGE_DOWN);
            case 'H' -> TOP;
            default -> NONE;
        };
    }

    private static LiveKey tilde(NonBlockingReader reader, LiveKey key) throws IOException {
        return reader.read(SEQUENCE_MILLIS) == '~' ? key : NONE;
    }
}
