package io.leat.connector.format;

import io.leat.core.batch.Chunk;
import java.util.Optional;

/** Encodes rows, one at a time, of the columns that it was made for. Not safe for several threads. */
public interface RecordEncoder {

    /** The record of one row of a chunk of exactly these columns, without a line end; weights do not matter. */
    byte[] encode(Chunk chunk, int row);

    /** What stands before the first record of a file, without a line end. */
    default Optional<byte[]> header() {
        return Optional.empty();
    }
}
