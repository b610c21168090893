package io.leat.connector.file;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which files a table's path means: one file, a directory or a pattern.
 *
 * @param text the path as given
 * @param directory what it is relative to
 */
record FileSelection(String text, Path directory) {
    private static final String PATTERN_CHARACTERS = "*?[{";
    private static final int DEPTH_MAX = 32;

    /** The files that are there now, in the order of their names. */
    List<DataFile> list() {
        Path path = isPattern() ? directory : resolved();
        try {
            if (isPattern()) {
                return matching();
            }
            if (Files.isDirectory(path)) {
                return below(path, file -> true);
            }
            return Files.exists(path) ? List.of(single(path)) : List.of();
        } catch (IOException | UncheckedIOException e) {
            throw LeatException.of(ErrorCode.INPUT_OUTPUT, "cannot list files of path \"" + text + "\"", e);
        }
    }

    /**
     * The files that are there now, of which there must be some.
     *
     * @throws LeatException FILE_NOT_FOUND if there is nothing
     */
    List<DataFile> require() {
        List<DataFile> files = list();
        boolean emptyDirectory = !isPattern() && Files.isDirectory(resolved());
        if (files.isEmpty() && !emptyDirectory) {
            throw LeatException.of(ErrorCode.FILE_NOT_FOUND, "no file matches path \"" + text + "\"")
                    .hint("Relative paths begin at "
                            + directory.toAbsolutePath().normalize()
                            + ". To wait for a file that comes later, set 'source.monitor-interval'.");
        }
        return files;
    }

    private DataFile single(Path path) {
        requireRegular(path);
        return new DataFile(path.getFileName().toString(), path);
    }

    private void requireRegular(Path path) {
        if (!Files.isRegularFile(path)) {
            throw LeatException.of(ErrorCode.INPUT_OUTPUT, "path \"" + text + "\" is not a regular file")
                    .hint("Devices and pipes cannot be read again, so they are not read at all.");
        }
    }

    /** A name with such characters is still a file's name if there is that file. */
    private boolean isPattern() {
        boolean pattern = text.chars().anyMatch(c -> PATTERN_CHARACTERS.indexOf(c) >= 0);
        return pattern && !Files.exists(resolved());
    }

    Path resolved() {
        try {
            return directory.resolve(text);
        } catch (InvalidPathException e) {
            throw LeatException.of(ErrorCode.INVALID_OPTION, "option 'path' is \"" + text + "\", which is no path", e);
        }
    }

    private List<DataFile> matching() throws IOException {
        int firstSpecial = (int)
                text.chars().takeWhile(c -> PATTERN_CHARACTERS.indexOf(c) < 0).count();
        int slash = text.lastIndexOf('/', firstSpecial);
        Path base = directory.resolve(text.substring(0, slash + 1));
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + text.substring(slash + 1));
        return Files.isDirectory(base) ? below(base, file -> matcher.matches(base.relativize(file))) : List.of();
    }

    private List<DataFile> below(Path base, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(base, DEPTH_MAX)) {
            return files.filter(file -> !isHidden(base.relativize(file)))
                    .filter(Files::isRegularFile)
                    .filter(wanted)
                    .map(file -> new DataFile(name(base.relativize(file)), file))
                    .sorted(Comparator.comparing(DataFile::name))
                    .toList();
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            if (name.startsWith(".") || name.startsWith("_")) {
                return true;
            }
        }
        return false;
    }

    private static String name(Path relative) {
        return relative.toString().replace('\\', '/');
    }
}
