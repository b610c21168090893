package io.leat.executor.source;

import io.leat.core.connector.PollStatus;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What came in from a table's source in one tick, so that the tick can be made again from the same source. Partitions and
 * sections have the numbers that their reader gave them: a name is told once, in the record of the tick that found it, and
 * takes the next number.
 *
 * @param partitionsFound names of the partitions that this tick found; they begin to hold the watermark back
 * @param sectionsFound names of the sections that this tick found
 * @param sections what the sections brought that brought anything, or whose offset has moved
 * @param watermarkMoved whether the table's watermark moved, with rows or because a partition has been idle long enough
 * @param status what the source said
 */
public record IntakeRecord(
        List<String> partitionsFound,
        List<String> sectionsFound,
        List<SectionIntake> sections,
        boolean watermarkMoved,
        PollStatus status) {
    private static final int STATUS_MASK = 3;
    private static final int MOVED = 4;
    private static final int FOUND = 8;
    private static final int NAME_BYTES_MAX = 1 << 20;
    private static final List<PollStatus> STATUSES = List.of(PollStatus.MORE, PollStatus.IDLE, PollStatus.FINISHED);

    /** Of a tick in which nothing happened. */
    public static final IntakeRecord NOTHING =
            new IntakeRecord(List.of(), List.of(), List.of(), false, PollStatus.IDLE);

    public IntakeRecord {
        partitionsFound = List.copyOf(partitionsFound);
        sectionsFound = List.copyOf(sectionsFound);
        sections = List.copyOf(sections);
    }

    /** Whether the tick may be left out when ticks are made again: nothing came in, and nothing that follows from time. */
    public boolean isEmpty() {
        return !isFinished()
                && !watermarkMoved
                && partitionsFound.isEmpty()
                && sectionsFound.isEmpty()
                && sections.isEmpty();
    }

    /** Whether the source came to its end. */
    public boolean isFinished() {
        return status == PollStatus.FINISHED;
    }

    /** Writes it: two bytes if nothing happened, some six for each section that brought something. */
    public void encode(DataOutput out) throws IOException {
        boolean found = !partitionsFound.isEmpty() || !sectionsFound.isEmpty();
        out.writeByte(STATUSES.indexOf(status) | (watermarkMoved ? MOVED : 0) | (found ? FOUND : 0));
        if (found) {
            putNames(out, partitionsFound);
            putNames(out, sectionsFound);
        }
        put(out, sections.size());
        for (SectionIntake section : sections) {
            put(out, section.section());
            put(out, section.rows() * 2 + (section.bad() > 0 ? 1 : 0));
            if (section.bad() > 0) {
                put(out, section.bad());
            }
            put(out, section.advance());
        }
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IOException if that is not what is there
     */
    public static IntakeRecord decode(DataInput in) throws IOException {
        int flags = in.readUnsignedByte();
        int status = flags & STATUS_MASK;
        require(status < STATUSES.size() && flags < 2 * FOUND);
        boolean found = (flags & FOUND) != 0;
        List<String> partitions = found ? names(in) : List.of();
        List<String> sections = found ? names(in) : List.of();
        return new IntakeRecord(partitions, sections, sections(in), (flags & MOVED) != 0, STATUSES.get(status));
    }

    private static List<SectionIntake> sections(DataInput in) throws IOException {
        List<SectionIntake> sections = new ArrayList<>();
        for (long left = get(in); left > 0; left--) {
            long section = get(in);
            require(section <= Integer.MAX_VALUE);
            long rows = get(in);
            long bad = rows % 2 == 1 ? get(in) : 0;
            sections.add(new SectionIntake((int) section, rows / 2, bad, get(in)));
        }
        return sections;
    }

    private static void putNames(DataOutput out, List<String> names) throws IOException {
        put(out, names.size());
        for (String name : names) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            put(out, bytes.length);
            out.write(bytes);
        }
    }

    private static List<String> names(DataInput in) throws IOException {
        List<String> names = new ArrayList<>();
        for (long left = get(in); left > 0; left--) {
            long length = get(in);
            require(length <= NAME_BYTES_MAX);
            byte[] bytes = new byte[(int) length];
            in.readFully(bytes);
            names.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return names;
    }

    /** Writes a number that is not negative: seven bits a byte, the low ones first. */
    private static void put(DataOutput out, long number) throws IOException {
        long rest = number;
        while (rest > 0x7F) {
            out.writeByte((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long get(DataInput in) throws IOException {
        long number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            long bits = in.readUnsignedByte();
            number |= (bits & 0x7F) << shift;
            if (bits <= 0x7F) {
                return number;
            }
        }
        throw malformed();
    }

    private static void require(boolean condition) throws IOException {
        if (!condition) {
            throw malformed();
        }
    }

    private static IOException malformed() {
        return new IOException("not the intake of a tick");
    }
}
