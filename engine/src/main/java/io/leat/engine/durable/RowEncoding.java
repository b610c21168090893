package io.leat.engine.durable;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.executor.state.RowBytes;
import io.leat.executor.state.RowCodec;
import java.util.List;
import java.util.function.Consumer;

/** Rows with weights as bytes: of each its weight, its length and its {@link RowCodec} encoding, one after the other. */
final class RowEncoding {
    private static final int BYTES_MAX = 1 << 30;
    private static final int CHUNK_ROWS = 4_096;

    private final List<DataType> types;
    private final RowCodec codec;
    private final RowBytes scratch = new RowBytes();

    RowEncoding(List<DataType> types) {
        this.types = types;
        this.codec = RowCodec.all(types);
    }

    /**
     * Adds rows.
     *
     * @throws LeatException LIMIT_EXCEEDED if that is more than one record can be
     */
    void append(ZSet rows, RowBytes into) {
        for (Chunk chunk : rows.chunks()) {
            for (int row = 0; row < chunk.size(); row++) {
                append(chunk, row, into);
            }
        }
    }

    void append(Chunk chunk, int row, RowBytes into) {
        codec.encode(chunk, row, scratch);
        if ((long) into.length() + scratch.length() > BYTES_MAX) {
            throw LeatException.of(ErrorCode.LIMIT_EXCEEDED, "one statement changes more than 1 GB of rows")
                    .hint("A database directory takes the change of one statement whole. Change fewer rows at a time.");
        }
        into.putLong(chunk.weight(row));
        into.putVarint(scratch.length());
        into.putBytes(scratch.bytes(), 0, scratch.length());
    }

    /** Reads all rows from an offset on, in chunks. */
    void decode(byte[] source, int offset, Consumer<ZSet> into) {
        ChunkBuilder builder = new ChunkBuilder(types, 64);
        Reader reader = new Reader(source, offset);
        while (reader.position < source.length) {
            long weight = reader.nextLong();
            int length = reader.nextVarint();
            codec.decode(source, reader.position, builder, 0);
            reader.position += length;
            builder.endRow(weight);
            if (builder.size() == CHUNK_ROWS) {
                into.accept(ZSet.of(builder.build()));
            }
        }
        into.accept(ZSet.of(builder.build()));
    }

    /** Reads numbers. */
    private static final class Reader {
        private final byte[] source;
        private int position;

        Reader(byte[] source, int position) {
            this.source = source;
            this.position = position;
        }

        long nextLong() {
            long value = ChangeRecord.longAt(source, position);
            position += Long.BYTES;
            return value;
        }

        int nextVarint() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = source[position++];
                value |= (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }
    }
}
