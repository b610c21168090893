package io.leat.tests.exactly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares what readers of the sinks see with what there should be. */
final class Verifier {
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"?([^,\"}]*)");

    private final Expected expected;
    private final Map<String, TopicContent> sinks;
    private final Path files;
    private final Findings findings = new Findings();

    /**
     * A verifier.
     *
     * @param sinks by name the topics that were written, read to their ends
     * @param files where the files were written
     */
    Verifier(Expected expected, Map<String, TopicContent> sinks, Path files) {
        this.expected = expected;
        this.sinks = sinks;
        this.files = files;
    }

    /** Looks at everything. */
    Findings verify() throws IOException {
        windows();
        findings.compare("the directory", expected.paid(), directory());
        findings.compare("the file", expected.paid(), file());
        finals();
        for (String sink : List.of("totals_out", "whole_out", "top_out")) {
            ticks(sink);
        }
        everyTick();
        return findings;
    }

    private static Map<String, String> fields(String json) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(json);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        return fields;
    }

    private void windows() {
        List<String> found = new ArrayList<>();
        for (TopicContent.Entry entry : sinks.get("window_out").entries()) {
            Map<String, String> row = fields(entry.value());
            long start = LocalDateTime.parse(row.get("window_start").replace(' ', 'T'))
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
            found.add(start + "," + row.get("k") + "," + row.get("n") + "," + row.get("total"));
        }
        findings.compare("the topic of windows", expected.windows(), found);
    }

    private List<String> directory() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> listed = Files.list(files.resolve(Definitions.FILES))) {
            for (Path file : listed.filter(Files::isRegularFile).toList()) {
                for (String line : Files.readAllLines(file)) {
                    Map<String, String> row = fields(line);
                    found.add(row.get("id") + "," + row.get("k") + "," + row.get("amount") + "," + row.get("paid"));
                }
            }
        }
        return found;
    }

    private List<String> file() throws IOException {
        return Files.readAllLines(files.resolve(Definitions.FILE));
    }

    private void finals() {
        Map<String, Expected.Sum> totals = new TreeMap<>();
        latest("totals_out").values().forEach(row -> totals.put(row.get("k"), sum(row)));
        findings.same("totals", expected.totals(), totals);
        List<Expected.Sum> whole =
                latest("whole_out").values().stream().map(Verifier::sum).toList();
        findings.same("the whole", List.of(expected.whole()), whole);
        Map<Long, String> top = new TreeMap<>();
        latest("top_out")
                .values()
                .forEach(row -> top.put(Long.parseLong(row.get("place")), row.get("k") + "," + row.get("total")));
        findings.same("top", expected.top(), List.copyOf(top.values()));
    }

    private static Expected.Sum sum(Map<String, String> row) {
        return new Expected.Sum(Long.parseLong(row.get("n")), Long.parseLong(row.get("total")));
    }

    private Map<String, Map<String, String>> latest(String sink) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        for (TopicContent.Entry entry : sinks.get(sink).entries()) {
            if (entry.value() == null) {
                rows.remove(entry.key());
            } else {
                rows.put(entry.key(), fields(entry.value()));
            }
        }
        return rows;
    }

    /** A tick changes a key once, and ticks come in order. */
    private void ticks(String sink) {
        Set<String> seen = new HashSet<>();
        long[] last = new long[Feeder.PARTITIONS];
        for (TopicContent.Entry entry : sinks.get(sink).entries()) {
            if (!seen.add(entry.tick() + " " + entry.key())) {
                findings.repeated(sink + " has key " + entry.key() + " twice in tick " + entry.tick());
            }
            if (entry.tick() < last[entry.partition()]) {
                findings.repeated(sink + " has tick " + entry.tick() + " after " + last[entry.partition()]);
            }
            last[entry.partition()] = entry.tick();
        }
        findings.seen(seen.size());
    }

    /** After each tick the sums of all keys are the sum of the whole, although two jobs wrote them. */
    private void everyTick() {
        TreeMap<Long, List<TopicContent.Entry>> totals = byTick("totals_out");
        Map<String, Expected.Sum> state = new HashMap<>();
        Expected.Sum all = new Expected.Sum(0, 0);
        long first = totals.isEmpty() ? 0 : totals.firstKey();
        for (Map.Entry<Long, List<TopicContent.Entry>> whole :
                byTick("whole_out").entrySet()) {
            while (!totals.isEmpty() && totals.firstKey() <= whole.getKey()) {
                for (TopicContent.Entry entry : totals.pollFirstEntry().getValue()) {
                    Expected.Sum now = sum(fields(entry.value()));
                    Expected.Sum before = state.getOrDefault(entry.key(), new Expected.Sum(0, 0));
                    state.put(entry.key(), now);
                    all = new Expected.Sum(all.n() + now.n() - before.n(), all.total() + now.total() - before.total());
                }
            }
            boolean empty = whole.getValue().get(0).value() == null;
            if (whole.getKey() >= first && !empty) {
                Expected.Sum found = sum(fields(whole.getValue().get(0).value()));
                findings.same("at tick " + whole.getKey() + " the sum of totals", found, all);
            }
        }
    }

    private TreeMap<Long, List<TopicContent.Entry>> byTick(String sink) {
        TreeMap<Long, List<TopicContent.Entry>> ticks = new TreeMap<>();
        sinks.get(sink)
                .entries()
                .forEach(entry -> ticks.computeIfAbsent(entry.tick(), tick -> new ArrayList<>())
                        .add(entry));
        return ticks;
    }
}
