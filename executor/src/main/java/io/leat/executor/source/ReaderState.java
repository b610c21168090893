package io.leat.executor.source;

import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a {@link TableReader} remembers from one tick to the next: how far it has read, its watermarks, its counters, and the
 * numbers it gave to partitions and sections. It is made before its reader, so that what was kept of it can be read back and
 * the source then be opened where that one stood.
 */
public final class ReaderState implements Archivable {
    private static final long NO_OFFSET = -1;

    private final Names partitions = new Names();
    private final Names sections = new Names();
    private final PartitionWatermarks watermarks = new PartitionWatermarks();
    private final ReaderCounters counters = new ReaderCounters();
    private long[] offsets = {};
    private Position position = Position.START;
    private boolean begun;
    private volatile boolean finished;

    /** Of a reader that has not begun: it begins where the table's options say. */
    public ReaderState() {
        // begins empty
    }

    /** Of a reader that begins at a position. */
    public ReaderState(Position from) {
        begin(from);
    }

    /** Where to open its source: behind what it has read; empty if it has not begun. */
    public Optional<Position> position() {
        return begun ? Optional.of(reached()) : Optional.empty();
    }

    /** Whether the source had come to its end. */
    public boolean isFinished() {
        return finished;
    }

    /** It was read to the end of a range, and goes on behind that. */
    public void goOn() {
        finished = false;
    }

    /** A copy that knows where reading stands and nothing else: with {@link #skip}, to know beforehand where it will stand. */
    public ReaderState place() {
        ReaderState copy = new ReaderState();
        partitions.from(0).forEach(copy.partitions::number);
        sections.from(0).forEach(copy.sections::number);
        copy.offsets = offsets.clone();
        copy.position = position;
        copy.begun = begun;
        copy.finished = finished;
        return copy;
    }

    /** Goes over what a tick brought, without making it again. */
    public void skip(IntakeRecord record) {
        learn(record, 0);
        advance(record);
    }

    void begin(Position from) {
        begun = true;
        from.offsets().keySet().forEach(sections::number);
        moveTo(from);
    }

    Names partitions() {
        return partitions;
    }

    Names sections() {
        return sections;
    }

    PartitionWatermarks watermarks() {
        return watermarks;
    }

    ReaderCounters counters() {
        return counters;
    }

    Position reached() {
        if (position == null) {
            SortedMap<String, Long> known = new TreeMap<>();
            for (int section = 0; section < offsets.length; section++) {
                if (offsets[section] != NO_OFFSET) {
                    known.put(sections.name(section), offsets[section]);
                }
            }
            position = Position.of(known);
        }
        return position;
    }

    /** The offset of a section, 0 if the position does not have it. */
    long offset(int section) {
        return section < offsets.length ? Math.max(0, offsets[section]) : 0;
    }

    /** Takes over a position of the source: answers by section how far each has moved that has. */
    Map<Integer, Long> moveTo(Position reached) {
        if (reached == position) {
            return Map.of();
        }
        Map<Integer, Long> moved = new TreeMap<>();
        for (Map.Entry<String, Long> entry : reached.offsets().entrySet()) {
            int section = sections.number(entry.getKey());
            long before = offset(section);
            set(section, entry.getValue());
            if (entry.getValue() > before) {
                moved.put(section, entry.getValue() - before);
            }
        }
        position = reached;
        return moved;
    }

    /** Learns the names that a tick found. */
    void learn(IntakeRecord record, long now) {
        record.partitionsFound().forEach(partitions::number);
        record.sectionsFound().forEach(sections::number);
        watermarks.grow(partitions.size(), now);
    }

    /** Moves on by what a tick brought. */
    void advance(IntakeRecord record) {
        for (SectionIntake section : record.sections()) {
            if (section.advance() > 0) {
                set(section.section(), offset(section.section()) + section.advance());
            }
        }
        position = null;
        finish(record.status());
    }

    void finish(PollStatus status) {
        finished = finished || status == PollStatus.FINISHED;
    }

    private void set(int section, long offset) {
        int before = offsets.length;
        if (section >= before) {
            offsets = Arrays.copyOf(offsets, Math.max(section + 1, before * 2));
            Arrays.fill(offsets, before, offsets.length, NO_OFFSET);
        }
        offsets[section] = offset;
    }

    @Override
    public void archive(StateArchive archive) {
        partitions.archive(archive);
        sections.archive(archive);
        watermarks.archive(archive);
        counters.archive(archive);
        offsets = archive.longs(offsets);
        begun = archive.flag(begun);
        finished = archive.flag(finished);
        if (archive.isRestoring()) {
            position = null;
        }
    }

    /** Names with numbers, in the order in which they were found. */
    static final class Names {
        private final List<String> names = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        int size() {
            return names.size();
        }

        String name(int number) {
            return names.get(number);
        }

        boolean contains(String name) {
            return numbers.containsKey(name);
        }

        /** The number of a name, which is the next one if it is new. */
        int number(String name) {
            Integer known = numbers.putIfAbsent(name, names.size());
            if (known == null) {
                names.add(name);
                return names.size() - 1;
            }
            return known;
        }

        /** The names from a number on. */
        List<String> from(int number) {
            return List.copyOf(names.subList(number, names.size()));
        }

        private void archive(StateArchive archive) {
            int count = archive.number(names.size());
            byte[][] texts = new byte[count][];
            for (int i = 0; !archive.isRestoring() && i < count; i++) {
                texts[i] = names.get(i).getBytes(StandardCharsets.UTF_8);
            }
            byte[][] kept = archive.strings(texts, count);
            if (archive.isRestoring()) {
                names.clear();
                numbers.clear();
                for (int i = 0; i < count; i++) {
                    number(new String(kept[i], StandardCharsets.UTF_8));
                }
            }
        }
    }
}
