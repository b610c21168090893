package io.leat.executor.state;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.oracle.Bag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Chunks of one row for tests of state. */
final class RandomRows {

    private RandomRows() {}

    /** A chunk of one row. */
    static Chunk row(Schema schema, Object... values) {
        return rows(schema, List.of(Bag.row(values)));
    }

    /** A chunk of rows. */
    static Chunk rows(Schema schema, List<List<Object>> rows) {
        ChunkBuilder builder = new ChunkBuilder(schema.types(), rows.size());
        rows.forEach(row -> Bag.write(schema, builder, row, 1));
        return builder.build();
    }

    /** The bytes of a text. */
    static RowBytes key(String text) {
        RowBytes bytes = new RowBytes();
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        bytes.putBytes(encoded, 0, encoded.length);
        return bytes;
    }

    /** A schema with columns of the given types. */
    static Schema schema(DataType... types) {
        return new Schema(IntStream.range(0, types.length)
                .mapToObj(i -> new Field("c" + i, types[i]))
                .toList());
    }
}
