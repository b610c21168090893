package io.leat.connector.file;

import java.nio.file.Path;

/**
 * A file of a table.
 *
 * @param name its name below the table's path, with slashes
 * @param path where it is
 */
record DataFile(String name, Path path) {

    boolean isCompressed() {
        return path.getFileName().toString().endsWith(".gz");
    }
}
