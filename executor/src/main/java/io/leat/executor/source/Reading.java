package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.PollStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * What one poll of a source brought, on its way to rows of the table: first every part is decoded and computed, on any
 * threads and in any order, then all are put together in their order.
 */
public final class Reading {
    private final TableReader reader;
    private final PollStatus status;
    private final List<StoredRows.Part> parts;
    private final Decoded[] decoded;

    /**
     * A part that has been decoded.
     *
     * @param failure what went wrong; null if nothing did
     */
    record Decoded(List<RowCompletion.Computed> rows, StoredRows.BadRecords bad, RuntimeException failure) {}

    Reading(TableReader reader, PollStatus status, List<StoredRows.Part> parts) {
        this.reader = reader;
        this.status = status;
        this.parts = parts;
        this.decoded = new Decoded[parts.size()];
    }

    /** How many parts there are to decode. */
    int parts() {
        return decoded.length;
    }

    /** About how many rows they have. */
    long rows() {
        long rows = 0;
        for (StoredRows.Part part : parts) {
            rows += part instanceof StoredRows.Piece piece
                    ? piece.rows().records()
                    : ((StoredRows.Rows) part).stored().size();
        }
        return rows;
    }

    /** Decodes a part; what goes wrong is told at the end. */
    void decode(int part) {
        decoded[part] = reader.decode(parts.get(part));
    }

    /**
     * The rows, once all parts are decoded.
     *
     * @throws io.leat.core.error.LeatException what went wrong with the first part that failed
     */
    public Intake finish() {
        List<Chunk> chunks = new ArrayList<>();
        for (Decoded part : decoded) {
            reader.count(part.bad());
            if (part.failure() != null) {
                throw part.failure();
            }
            for (RowCompletion.Computed rows : part.rows()) {
                chunks.add(reader.complete(rows));
            }
        }
        return reader.finish(ZSet.of(chunks), status);
    }
}
