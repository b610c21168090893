package io.leat.tests.nexmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What other engines say.
 *
 * @param data the events
 * @param results number of rows and checksum by query
 */
record ExpectedResults(NexmarkData data, Map<String, String> results) {
    /** Ten seconds of events; {@code -Dleat.nexmark.events=1000000} makes them a hundred. */
    static final ExpectedResults USUAL =
            read(new NexmarkData(Long.getLong("leat.nexmark.events", 100_000), 1, NexmarkData.USUAL_RATE));

    /** Twenty seconds of other events. */
    static final ExpectedResults TWENTY_THOUSAND = read(new NexmarkData(20_000, 42, 1_000));

    /** Twenty seconds in which not much happens. */
    static final ExpectedResults THOUSAND = read(new NexmarkData(1_000, 7, 50));

    /** What is known about some events. */
    static ExpectedResults read(NexmarkData data) {
        String name = "/nexmark/events-" + data.events() + "-seed-" + data.seed() + ".txt";
        try (InputStream file = ExpectedResults.class.getResourceAsStream(name)) {
            Map<String, String> results = new LinkedHashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line ->
                            results.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
            return new ExpectedResults(data, results);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of some queries. */
    Map<String, String> of(List<String> queries) {
        Map<String, String> some = new LinkedHashMap<>();
        queries.forEach(query -> some.put(query, results.get(query)));
        return some;
    }
}
