package io.leat.connector.file;

import io.leat.core.connector.Position;

/**
 * Which content a file name stands for: a file that was replaced is another one, although its name is the same.
 *
 * @param name the file's name
 * @param number how often it has been replaced
 */
record Generation(String name, int number) {

    /** The latest content of a name that a position knows. */
    static Generation latest(String name, Position position) {
        int latest = 0;
        for (String partition : position.offsets().keySet()) {
            if (partition.startsWith(name + "#")) {
                latest = Math.max(latest, number(partition.substring(name.length() + 1)));
            }
        }
        return new Generation(name, latest);
    }

    private static int number(String text) {
        boolean number = text.matches("[0-9]{1,9}");
        return number ? Integer.parseInt(text) : 0;
    }

    /** Its name in positions. */
    String partition() {
        return number == 0 ? name : name + "#" + number;
    }

    Generation next() {
        return new Generation(name, number + 1);
    }
}
