package io.leat.connector.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a finished file of a directory sink.
 *
 * @param tick the tick up to which its flush went
 * @param number which file of the flush, from 1
 * @param count how many files the flush has
 * @param writer the {@link WriterName} of the sink
 * @param ending the ending that shows the format
 */
record PartName(long tick, int number, int count, String writer, String ending) {
    private static final Pattern PATTERN =
            Pattern.compile("part-(\\d{19})-(\\d{1,9})-of-(\\d{1,9})(?:-(\\w+))?\\.(\\w+)");

    String fileName() {
        String suffix = writer.isEmpty() ? "" : "-" + writer;
        return String.format(Locale.ROOT, "part-%019d-%d-of-%d%s.%s", tick, number, count, suffix, ending);
    }

    /** The name that a file has, if it is one of these. */
    static Optional<PartName> of(String fileName) {
        Matcher matcher = PATTERN.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new PartName(
                Long.parseLong(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                matcher.group(4) == null ? "" : matcher.group(4),
                matcher.group(5)));
    }
}
