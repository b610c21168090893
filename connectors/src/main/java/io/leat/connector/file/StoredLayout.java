package io.leat.connector.file;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.RowCollector;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which stored columns of a table come from where, and which of them are read.
 *
 * @param stored all stored columns
 * @param fields the places among them of the record's fields, in the order of the fields
 * @param read places of the fields that are read
 * @param metadata the places among the stored columns of the METADATA columns that are read
 */
record StoredLayout(List<ColumnDefinition> stored, int[] fields, Set<Integer> read, int[] metadata) {

    /** The layout of all columns of a table. */
    static StoredLayout of(List<ColumnDefinition> stored) {
        return of(stored, IntStream.range(0, stored.size()).boxed().toList());
    }

    private static StoredLayout of(List<ColumnDefinition> stored, List<Integer> columns) {
        int[] fields = IntStream.range(0, stored.size())
                .filter(i -> !isMetadata(stored.get(i)))
                .toArray();
        Set<Integer> read = IntStream.range(0, fields.length)
                .filter(field -> columns.contains(fields[field]))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        int[] metadata = IntStream.range(0, stored.size())
                .filter(i -> isMetadata(stored.get(i)) && columns.contains(i))
                .toArray();
        return new StoredLayout(stored, fields, read, metadata);
    }

    private static boolean isMetadata(ColumnDefinition column) {
        return column.kind() == ColumnDefinition.Kind.METADATA;
    }

    /** The same table's layout with other columns read: places among the stored ones. */
    StoredLayout reading(List<Integer> columns) {
        return of(stored, columns);
    }

    /** The builders of the record's fields. */
    ColumnBuilder[] builders(RowCollector rows) {
        ColumnBuilder[] builders = new ColumnBuilder[fields.length];
        for (int i = 0; i < fields.length; i++) {
            builders[i] = rows.column(fields[i]);
        }
        return builders;
    }

    /** Whether a stored column is a METADATA column that is read. */
    boolean readsMetadata(int column) {
        return Arrays.stream(metadata).anyMatch(place -> place == column);
    }

    /** Appends the METADATA columns of a row. */
    void appendMetadata(FileMetadata file, RowCollector rows) {
        for (int column : metadata) {
            ColumnDefinition definition = stored.get(column);
            file.append(rows.column(column), definition);
        }
    }
}
