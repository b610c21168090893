package io.leat.tests.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** Everything that could be observed of a run, as one number, and the last of it as lines for people. */
final class Trace {
    private static final long PRIME = 0x100000001B3L;
    private static final int LINES = Integer.getInteger("leat.simulation.lines", 60);

    private final Deque<String> last = new ArrayDeque<>();
    private long hash = 0xCBF29CE484222325L;
    private long size;

    /** Something happened. */
    void add(String line) {
        for (int i = 0; i < line.length(); i++) {
            hash = (hash ^ line.charAt(i)) * PRIME;
        }
        hash = (hash ^ '\n') * PRIME;
        size++;
        last.add(size + " " + line);
        if (last.size() > LINES) {
            last.remove();
        }
    }

    /** The same for runs in which the same happened. */
    long hash() {
        return hash;
    }

    /** How much has happened. */
    long size() {
        return size;
    }

    /** What happened last. */
    String tail() {
        return String.join("\n", last);
    }
}
