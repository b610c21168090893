package io.leat.engine.arrow;

import io.leat.core.batch.Chunk;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.Schema;
import io.leat.engine.Cursor;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;

/**
 * Reads a cursor as Arrow batches: some thousand rows each, or for changes as many as are there without waiting.
 *
 * <pre>{@code
 * try (BufferAllocator allocator = new RootAllocator();
 *         Result result = leat.query("SELECT * FROM hot");
 *         ArrowBatches batches = ArrowBatches.of(result.cursor(), allocator)) {
 *     for (var batch = batches.next(); batch.isPresent(); batch = batches.next()) {
 *         System.out.println(batch.get().contentToTSVString());
 *     }
 * }
 * }</pre>
 *
 * <p>There is one set of vectors, filled anew by each {@link #next}: what is to live longer must be transferred or copied.
 * For one thread; ending a wait is the cursor's affair.
 */
public final class ArrowBatches implements AutoCloseable {
    private final Cursor cursor;
    private final Schema schema;
    private final VectorSchemaRoot root;

    private ArrowBatches(Cursor cursor, BufferAllocator allocator) {
        this.cursor = cursor;
        this.schema = cursor.schema();
        this.root = VectorSchemaRoot.create(ArrowTypes.schema(schema), allocator);
    }

    /** Batches of the rows that a cursor has left. Closing them frees the vectors and leaves the cursor as it is. */
    public static ArrowBatches of(Cursor cursor, BufferAllocator allocator) {
        return new ArrowBatches(cursor, allocator);
    }

    /** The vectors; empty before the first {@link #next}. */
    public VectorSchemaRoot root() {
        return root;
    }

    /**
     * The next batch, never empty; waits for it. It is valid until the next call. Empty at the end.
     *
     * @throws LeatException as {@link Cursor#next()} does
     */
    public Optional<VectorSchemaRoot> next() {
        Optional<Chunk> chunk = cursor.nextChunk();
        chunk.ifPresent(this::fill);
        return chunk.map(filled -> root);
    }

    private void fill(Chunk chunk) {
        for (int i = 0; i < schema.size(); i++) {
            VectorCopy.copy(schema.type(i), chunk.column(i), root.getVector(i));
        }
        root.setRowCount(chunk.size());
    }

    /**
     * Writes all batches that are left as an Arrow stream (the format that Arrow's readers in every language take), and
     * leaves the output open. The JVM must have been started with {@code --add-opens=java.base/java.nio=ALL-UNNAMED}.
     *
     * @return how many rows were written
     * @throws LeatException UNSUPPORTED if the JVM was started without; INPUT_OUTPUT if writing failed
     */
    public long writeTo(OutputStream output) {
        long rows = 0;
        try (ArrowStreamWriter writer = new ArrowStreamWriter(root, null, new Kept(output))) {
            writer.start();
            while (next().isPresent()) {
                writer.writeBatch();
                rows += root.getRowCount();
            }
            writer.end();
            return rows;
        } catch (UnsupportedOperationException e) {
            throw LeatException.of(
                            ErrorCode.UNSUPPORTED, "writing an Arrow stream is not supported in this JVM as it is", e)
                    .hint("Start Java with --add-opens=java.base/java.nio=ALL-UNNAMED. Reading batches needs no flag.");
        } catch (IOException e) {
            throw LeatException.of(ErrorCode.INPUT_OUTPUT, "cannot write an Arrow stream", e)
                    .detail(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        root.close();
    }

    /** An output that whoever writes to it does not close. */
    private static final class Kept extends FilterOutputStream {
        Kept(OutputStream output) {
            super(output);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
