package io.leat.connector.format.arrow;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/**
 * The messages of an Arrow IPC file or stream, one behind the other: the schema, then batches of rows. A file is a stream
 * between a mark and a footer, so both are read alike. Files come from strangers: whatever is wrong with one is an
 * {@link IOException} with one factual line.
 */
public final class ArrowStream implements Closeable {
    private static final byte[] MARK = "ARROW1".getBytes(StandardCharsets.US_ASCII);
    private static final int MARK_BYTES = 8;
    private static final int CONTINUATION = -1;

    private final ArrowBytes bytes;
    private final List<ArrowField> fields;
    private long next;
    private long body;
    private RecordBatch batch;
    private int rows;

    /** Reads the schema of a file, which it closes when it is closed. */
    public ArrowStream(FileChannel channel) throws IOException {
        bytes = new ArrowBytes(channel);
        boolean marked = bytes.size() >= MARK_BYTES && Arrays.equals(MARK, 0, MARK.length, bytes.read(0, 6), 0, 6);
        next = marked ? MARK_BYTES : 0;
        try {
            fields = readSchema();
        } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
            throw new IOException("it is no Arrow IPC file", damaged);
        }
    }

    private List<ArrowField> readSchema() throws IOException {
        Message message = message();
        if (message == null || message.headerType() != MessageHeader.Schema) {
            throw new IOException("it is no Arrow IPC file");
        }
        Schema schema = (Schema) message.header(new Schema());
        if (schema.endianness() != Endianness.Little) {
            throw new IOException("its numbers are big-endian");
        }
        return ArrowField.all(schema);
    }

    /** Goes to the next batch of rows; false if there is none. */
    public boolean nextBatch() throws IOException {
        try {
            Message message = message();
            while (message != null && message.headerType() != MessageHeader.RecordBatch) {
                message = message();
            }
            batch = message == null ? null : (RecordBatch) message.header(new RecordBatch());
            rows = batch == null ? 0 : countRows();
        } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
            throw new IOException("a message before byte " + next + " is damaged", damaged);
        }
        return batch != null;
    }

    private int countRows() throws IOException {
        if (batch.compression() != null) {
            throw new IOException("its batches are compressed, which cannot be read; write it without compression");
        }
        if (batch.length() < 0 || batch.length() > Integer.MAX_VALUE) {
            throw new IOException("a batch before byte " + next + " has " + batch.length() + " rows");
        }
        return (int) batch.length();
    }

    /** The next message, or null at the end; a stream may end without saying so. */
    private Message message() throws IOException {
        if (next > bytes.size() - Integer.BYTES) {
            return null;
        }
        int length = number(next);
        int header = Integer.BYTES;
        if (length == CONTINUATION) {
            length = number(next + Integer.BYTES);
            header += Integer.BYTES;
        }
        if (length == 0) {
            return null;
        }
        Message message = Message.getRootAsMessage(ByteBuffer.wrap(bytes.read(next + header, length)));
        body = next + header + length;
        if (message.bodyLength() < 0 || message.bodyLength() > bytes.size() - body) {
            throw new IOException("it ends within a batch that begins at byte " + next);
        }
        next = body + message.bodyLength();
        return message;
    }

    private int number(long at) throws IOException {
        return ByteBuffer.wrap(bytes.read(at, Integer.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }

    /** How many rows the batch has. */
    public int rows() {
        return rows;
    }

    List<ArrowField> fields() {
        return fields;
    }

    /** Some bytes of a buffer of the batch; none if the buffer is left out because it has nothing to say. */
    byte[] buffer(int buffer, long from, long length) throws IOException {
        if (buffer >= batch.buffersLength() || batch.buffers(buffer).length() < from + length) {
            throw new IOException("a batch before byte " + next + " has too little data");
        }
        return bytes.read(body + batch.buffers(buffer).offset() + from, length);
    }

    /** Whether a field of the batch has a NULL. */
    boolean hasNulls(ArrowField field) throws IOException {
        if (field.node() >= batch.nodesLength()) {
            throw new IOException("a batch before byte " + next + " has too few fields");
        }
        return batch.nodes(field.node()).nullCount() != 0
                && batch.buffers(field.buffer()).length() > 0;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
