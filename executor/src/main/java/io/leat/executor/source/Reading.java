package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.PollStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What came in from a source in one tick, on its way to rows of the table: first every part is decoded and computed, on any
 * threads and in any order, then all are put together in the order of the partitions, and within one of its sections.
 */
public final class Reading {
    private static final Comparator<Part> ORDER =
            Comparator.comparingInt(Part::partition).thenComparingInt(Part::section);

    private final TableReader reader;
    private final long now;
    private final PollStatus status;
    private final List<Part> parts;
    private final Tally tally;
    private final Decoded[] decoded;

    /** Rows or a piece, with the numbers that the reader gave to their partition and section. */
    record Part(int partition, int section, StoredRows.Part content) {}

    /**
     * A part that has been decoded.
     *
     * @param failure what went wrong; null if nothing did
     */
    record Decoded(List<RowCompletion.Computed> rows, List<BadRecord> bad, RuntimeException failure) {}

    /**
     * @param parts what came, in the order in which it came
     * @param tally has the bad records that were told beside the parts
     */
    Reading(TableReader reader, long now, PollStatus status, List<Part> parts, Tally tally) {
        this.reader = reader;
        this.now = now;
        this.status = status;
        this.parts = inOrder(parts);
        this.tally = tally;
        this.decoded = new Decoded[parts.size()];
    }

    private static List<Part> inOrder(List<Part> parts) {
        for (int i = 1; i < parts.size(); i++) {
            if (ORDER.compare(parts.get(i - 1), parts.get(i)) > 0) {
                return parts.stream().sorted(ORDER).toList();
            }
        }
        return parts;
    }

    /** How many parts there are to decode. */
    int parts() {
        return decoded.length;
    }

    /** About how many rows they have. */
    long rows() {
        long rows = 0;
        for (Part part : parts) {
            rows += part.content() instanceof StoredRows.Piece piece
                    ? piece.rows().records()
                    : ((StoredRows.Rows) part.content()).stored().size();
        }
        return rows;
    }

    /** Decodes a part; what goes wrong is told at the end. */
    void decode(int part) {
        decoded[part] = reader.decode(parts.get(part));
    }

    /** This, with all parts decoded by whoever calls. */
    Reading decoded() {
        for (int part = 0; part < decoded.length; part++) {
            decode(part);
        }
        return this;
    }

    /**
     * The rows, once all parts are decoded.
     *
     * @throws io.leat.core.error.LeatException what went wrong with the first part that failed; then none of them counts
     */
    public Intake finish() {
        for (Decoded part : decoded) {
            reader.check(part);
        }
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < decoded.length; i++) {
            int section = parts.get(i).section();
            for (RowCompletion.Computed rows : decoded[i].rows()) {
                tally.addRows(section, rows.stored());
                tally.addFailed(reader.sectionName(section), rows);
                chunks.add(reader.complete(rows, section, now));
            }
            tally.addBad(section, decoded[i].bad());
        }
        return reader.finish(this, ZSet.of(chunks));
    }

    long now() {
        return now;
    }

    PollStatus status() {
        return status;
    }

    Tally tally() {
        return tally;
    }
}
