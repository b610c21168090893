package io.leat.tests.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A directory as one file. */
final class ZippedDirectory {

    private ZippedDirectory() {}

    /** Writes all files of a directory but those of some name. */
    static void write(Path directory, String leftOut, Path into) throws IOException {
        Files.createDirectories(into.getParent());
        try (Stream<Path> walked = Files.walk(directory);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(into))) {
            List<Path> files = walked.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(leftOut))
                    .sorted()
                    .toList();
            for (Path file : files) {
                ZipEntry entry = new ZipEntry(directory.relativize(file).toString());
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
            }
        }
    }

    /** Makes the files again below a directory. */
    static void read(InputStream zipped, Path directory) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(zipped)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = directory.resolve(entry.getName()).normalize();
                if (!file.startsWith(directory)) {
                    throw new IOException(entry.getName() + " lies elsewhere");
                }
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }
}
