package io.leat.tests.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads all files of a directory once, and does nothing with them: nothing that needs them can be quicker. */
final class ReadingFiles {
    private static final int BUFFER_BYTES = 1 << 20;

    private ReadingFiles() {}

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** How many bytes they have together. */
    static long bytes(Path directory) throws IOException {
        long bytes = 0;
        for (Path file : files(directory)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /** How long one thread takes for that, in seconds. */
    static double secondsToRead(Path directory) throws IOException {
        long begin = System.nanoTime();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (Path file : files(directory)) {
            try (InputStream input = Files.newInputStream(file)) {
                for (int read = 0; read >= 0; ) {
                    read = input.read(buffer);
                }
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
