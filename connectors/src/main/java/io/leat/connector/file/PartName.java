package io.leat.connector.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name of a finished file of a directory sink.
 *
 * @param tick the tick up to which its flush went
 * @param number which file of the flush, from 1
 * @param count how many files the flush has
 * @param run 0, or more if another run of the pipeline had that tick before
 * @param ending the ending that shows the format
 */
record PartName(long tick, int number, int count, int run, String ending) {
    private static final Pattern PATTERN =
            Pattern.compile("part-(\\d{19})-(\\d{1,9})-of-(\\d{1,9})(?:-run(\\d{1,9}))?\\.(\\w+)");

    String fileName() {
        String suffix = run == 0 ? "" : "-run" + run;
        return String.format(Locale.ROOT, "part-%019d-%d-of-%d%s.%s", tick, number, count, suffix, ending);
    }

    /** The name that a file has, if it is one of these. */
    static Optional<PartName> of(String fileName) {
        Matcher matcher = PATTERN.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int run = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        return Optional.of(new PartName(
                Long.parseLong(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                run,
                matcher.group(5)));
    }

    static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    /** The finished files of a directory. */
    static List<PartName> in(Path directory) throws IOException {
        return files(directory).stream()
                .flatMap(file -> of(file.getFileName().toString()).stream())
                .toList();
    }

    /** Whether all files of its flush are there. */
    boolean isWhole(List<PartName> parts) {
        long there = parts.stream()
                .filter(part -> part.tick == tick && part.run == run && part.count == count)
                .map(PartName::number)
                .distinct()
                .count();
        return there == count;
    }

    /** A number for the flush of a tick under which there is no file yet, so that nothing is ever overwritten. */
    static int freeRun(Path directory, long tick) throws IOException {
        return in(directory).stream()
                .filter(part -> part.tick == tick)
                .mapToInt(part -> part.run + 1)
                .max()
                .orElse(0);
    }
}
