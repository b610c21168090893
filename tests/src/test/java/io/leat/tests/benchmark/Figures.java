package io.leat.tests.benchmark;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was measured, by name; goes from one process to another as a line.
 *
 * @param values figures by name, in the order in which they are written
 */
record Figures(Map<String, Double> values) {
    private static final String MARK = "FIGURES ";

    /** The figures as a line that {@link #parse} finds among others. */
    String line() {
        return MARK
                + values.entrySet().stream()
                        .map(entry -> String.format(Locale.ROOT, "%s=%.6f", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(" "));
    }

    /** The figures of a line, if it has some. */
    static Optional<Figures> parse(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        Map<String, Double> values = new LinkedHashMap<>();
        for (String pair : line.substring(MARK.length()).split(" ")) {
            int equals = pair.indexOf('=');
            values.put(pair.substring(0, equals), Double.parseDouble(pair.substring(equals + 1)));
        }
        return Optional.of(new Figures(values));
    }

    /** A figure, 0 if it was not measured. */
    double get(String name) {
        return values.getOrDefault(name, 0.0);
    }
}
