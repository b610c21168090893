package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.batch.Validity;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.List;

/** Puts one column together of several that each have the values of some rows. Rows that none has are NULL. */
final class ColumnMerge {
    private final DataType type;
    private final int size;
    private final List<Column> parts = new ArrayList<>();
    private final int[] partOfRow;

    /** A merge into a column of a type and size. */
    ColumnMerge(DataType type, int size) {
        this.type = type;
        this.size = size;
        this.partOfRow = new int[size];
    }

    /** Takes the given rows from a column of the type's layout. */
    void add(Column part, Selection rows) {
        parts.add(part);
        for (int i = 0; i < rows.count(); i++) {
            partOfRow[rows.row(i)] = parts.size();
        }
    }

    /** The merged column. */
    Column build() {
        long[] validity = validity();
        return switch (type.layout()) {
            case LONG -> new LongColumn(longs(), validity, size);
            case DOUBLE -> new DoubleColumn(doubles(), validity, size);
            case OBJECT -> new ObjectColumn(objects(), validity, size);
            case BYTES -> bytes(validity);
        };
    }

    private long[] validity() {
        long[] validity = null;
        for (int row = 0; row < size; row++) {
            int part = partOfRow[row];
            if (part == 0 || !Validity.isValid(parts.get(part - 1).validity(), row)) {
                validity = validity == null ? Validity.allValid(size) : validity;
                Validity.clear(validity, row);
            }
        }
        return validity;
    }

    private long[] longs() {
        long[][] sources = new long[parts.size() + 1][];
        sources[0] = new long[size];
        for (int i = 0; i < parts.size(); i++) {
            sources[i + 1] = ((LongColumn) parts.get(i)).values();
        }
        long[] result = new long[size];
        for (int row = 0; row < size; row++) {
            result[row] = sources[partOfRow[row]][row];
        }
        return result;
    }

    private double[] doubles() {
        double[][] sources = new double[parts.size() + 1][];
        sources[0] = new double[size];
        for (int i = 0; i < parts.size(); i++) {
            sources[i + 1] = ((DoubleColumn) parts.get(i)).values();
        }
        double[] result = new double[size];
        for (int row = 0; row < size; row++) {
            result[row] = sources[partOfRow[row]][row];
        }
        return result;
    }

    private Object[] objects() {
        Object[] result = new Object[size];
        for (int row = 0; row < size; row++) {
            int part = partOfRow[row];
            result[row] = part == 0 ? null : ((ObjectColumn) parts.get(part - 1)).values()[row];
        }
        return result;
    }

    private Column bytes(long[] validity) {
        int texts = 1;
        for (Column part : parts) {
            texts += ((BytesColumn) part).origin().size();
        }
        return BytesColumn.repeats(texts, size) ? repeated(validity, texts) : copied(validity);
    }

    /** If all parts repeat a few values, so does what is put together of them; an empty one comes first, for NULLs. */
    private Column repeated(long[] validity, int texts) {
        BytesResult origins = new BytesResult(texts);
        int[] starts = new int[parts.size()];
        int next = 1;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = next;
            BytesColumn origin = ((BytesColumn) parts.get(i)).origin();
            for (int row = 0; row < origin.size(); row++) {
                origins.begin(next++);
                origins.copy(origin, row);
            }
        }
        int[] rows = new int[size];
        for (int row = 0; row < size; row++) {
            if (Validity.isValid(validity, row)) {
                int part = partOfRow[row] - 1;
                rows[row] = starts[part] + ((BytesColumn) parts.get(part)).originRow(row);
            }
        }
        return origins.column(null).repeated(rows, validity, size);
    }

    private Column copied(long[] validity) {
        BytesResult result = new BytesResult(size);
        for (int row = 0; row < size; row++) {
            if (Validity.isValid(validity, row)) {
                result.begin(row);
                result.copy((BytesColumn) parts.get(partOfRow[row] - 1), row);
            }
        }
        return result.column(validity);
    }
}
