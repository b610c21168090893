package io.leat.executor.over;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.plan.Sort;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which the columns of rows are kept: those of the partition, which all its rows share, then those of the
 * order, then the others, which complete it.
 */
final class Arrangement {
    private final List<DataType> types;
    private final int partitionSize;
    private final List<Integer> ordered;
    private final List<Sort.Key> keys;
    private final List<Integer> columns;

    Arrangement(List<DataType> inputTypes, List<Integer> partition, List<Sort.Key> order) {
        this.partitionSize = partition.size();
        this.keys =
                order.stream().filter(key -> !partition.contains(key.column())).toList();
        Set<Integer> rest = new LinkedHashSet<>();
        keys.forEach(key -> rest.add(key.column()));
        for (int column = 0; column < inputTypes.size(); column++) {
            if (!partition.contains(column)) {
                rest.add(column);
            }
        }
        this.ordered = List.copyOf(rest);
        this.columns = new ArrayList<>(partition);
        columns.addAll(rest);
        this.types = columns.stream().map(inputTypes::get).toList();
    }

    /** The types of the columns as they are kept. */
    List<DataType> types() {
        return types;
    }

    /** How many columns make the partition. */
    int partitionSize() {
        return partitionSize;
    }

    /** The input's columns without those of the partition: those of the order first. */
    List<Integer> ordered() {
        return ordered;
    }

    /** The order, without columns of the partition. */
    List<Sort.Key> keys() {
        return keys;
    }

    /** Where a column of the input is kept. */
    int place(int inputColumn) {
        return columns.indexOf(inputColumn);
    }

    /** The columns as they stood in the input; columns that come after them stay where they are. */
    Chunk restored(Chunk arranged) {
        List<Column> restored = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            restored.add(arranged.column(place(column)));
        }
        restored.addAll(
                arranged.columns().subList(columns.size(), arranged.columns().size()));
        return arranged.withColumns(restored);
    }
}
