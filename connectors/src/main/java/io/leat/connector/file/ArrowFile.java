package io.leat.connector.file;

import io.leat.connector.format.arrow.ArrowColumn;
import io.leat.connector.format.arrow.ArrowSlice;
import io.leat.connector.format.arrow.ArrowStream;
import io.leat.core.connector.RowCollector;
import io.leat.core.type.Field;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An Arrow file being read: its offsets count rows. Only the buffers of columns that are read are read from the disk. */
final class ArrowFile implements OpenContent {
    private static final int PIECE_ROWS_MAX = 8_192;
    private static final int BYTES_A_VALUE = 16;

    private final List<Field> fields;
    private final String partition;
    private final FileMetadata metadata;
    private final ArrowStream stream;
    private final long until;
    private final Map<Integer, ArrowColumn> columns = new LinkedHashMap<>();
    private StoredLayout layout;
    private long offset;
    private int rows;
    private int row;

    private ArrowFile(List<Field> fields, String partition, FileMetadata metadata, ArrowStream stream, long until) {
        this.fields = fields;
        this.partition = partition;
        this.metadata = metadata;
        this.stream = stream;
        this.until = until;
    }

    /** Opens a file at a row, to be read to its end or to another row. */
    static ArrowFile open(
            List<Field> fields, DataFile file, String partition, long from, long until, StoredLayout layout)
            throws IOException {
        if (file.isCompressed()) {
            throw new IOException("it is compressed, which an Arrow file must not be");
        }
        ArrowStream stream = open(file);
        try {
            ArrowFile open = new ArrowFile(fields, partition, FileMetadata.of(file), stream, until);
            open.project(layout);
            open.skip(from);
            return open;
        } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
            stream.close();
            throw new IOException("its schema is damaged", damaged);
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private static ArrowStream open(DataFile file) throws IOException {
        FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ);
        try {
            return new ArrowStream(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** How many rows a file has. */
    static long rows(DataFile file) throws IOException {
        try (ArrowStream stream = open(file)) {
            long rows = 0;
            while (stream.nextBatch()) {
                rows += stream.rows();
            }
            return rows;
        }
    }

    private void skip(long from) throws IOException {
        while (offset + rows - row < from) {
            offset += rows - row;
            row = rows;
            if (!nextBatch()) {
                throw new EOFException("it has fewer rows than the " + from + " read of it before");
            }
        }
        row += (int) (from - offset);
        offset = from;
    }

    private boolean nextBatch() throws IOException {
        boolean more = stream.nextBatch();
        rows = more ? stream.rows() : 0;
        row = 0;
        return more;
    }

    @Override
    public void project(StoredLayout other) {
        layout = other;
        columns.clear();
        for (int field : other.read()) {
            columns.put(other.fields()[field], ArrowColumn.of(stream, fields.get(field)));
        }
    }

    @Override
    public String partition() {
        return partition;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public boolean read(RowCollector collector, ReadBudget budget, boolean last) throws IOException {
        while (budget.isLeft() && offset < until) {
            if (row == rows && !nextBatch()) {
                return true;
            }
            int count = (int) Math.min(Math.min(budget.rows(), PIECE_ROWS_MAX), Math.min(rows - row, until - offset));
            if (count > 0) {
                deliver(collector, count);
                budget.takeRows(count);
                budget.takeBytes((long) count * BYTES_A_VALUE * columns.size());
            }
        }
        return false;
    }

    private void deliver(RowCollector collector, int count) throws IOException {
        Map<Integer, ArrowSlice> slices = new LinkedHashMap<>();
        try {
            for (Map.Entry<Integer, ArrowColumn> column : columns.entrySet()) {
                slices.put(column.getKey(), column.getValue().read(stream, row, count));
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
            throw new IOException("its rows behind the first " + offset + " are damaged", damaged);
        }
        collector.deferred(new ArrowPiece(metadata, partition, layout, slices, offset, count));
        row += count;
        offset += count;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
