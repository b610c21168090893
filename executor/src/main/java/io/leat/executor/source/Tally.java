package io.leat.executor.source;

import io.leat.core.connector.BadRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the sections brought in one tick. */
final class Tally {
    private final Map<Integer, Counts> sections = new TreeMap<>();
    private final List<RefusedRecord> failed = new ArrayList<>();

    /** Of one section. */
    private static final class Counts {
        private long rows;
        private long advance;
        private final List<BadRecord> bad = new ArrayList<>();
    }

    private Counts of(int section) {
        return sections.computeIfAbsent(section, ignored -> new Counts());
    }

    void addRows(int section, long rows) {
        if (rows > 0) {
            of(section).rows += rows;
        }
    }

    void addBad(int section, List<BadRecord> bad) {
        if (!bad.isEmpty()) {
            of(section).bad.addAll(bad);
        }
    }

    /** Adds rows of a partition that could not be computed. */
    void addFailed(String partition, RowCompletion.Computed rows) {
        for (int i = 0; i < rows.failures().size(); i++) {
            String reason = rows.failures().get(i).error().getMessage();
            failed.add(RefusedRecord.ofRow(partition, rows.failed().get(i), reason));
        }
    }

    /** Everything that was left out: bad records, then rows that could not be computed. */
    List<RefusedRecord> refused() {
        List<RefusedRecord> all = new ArrayList<>();
        bad().forEach(record -> all.add(RefusedRecord.of(record)));
        all.addAll(failed);
        return all;
    }

    void addAdvances(Map<Integer, Long> advances) {
        advances.forEach((section, advance) -> of(section).advance = advance);
    }

    /** All bad records, in the order of the sections and of their offsets there. */
    List<BadRecord> bad() {
        return sections.values().stream()
                .flatMap(counts -> counts.bad.stream().sorted(Comparator.comparingLong(BadRecord::offset)))
                .toList();
    }

    List<SectionIntake> sections() {
        List<SectionIntake> all = new ArrayList<>();
        sections.forEach((section, counts) ->
                all.add(new SectionIntake(section, counts.rows, counts.bad.size(), counts.advance)));
        return all;
    }
}
