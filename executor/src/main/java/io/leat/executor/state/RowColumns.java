package io.leat.executor.state;

import io.leat.core.batch.Column;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Remembered rows by number, one {@link ValueColumn} a column. */
final class RowColumns implements Archivable {
    private static final long SEED = 0x2545F4914F6CDD1DL;
    private static final long FINISH = 0xD6E8FEB86659FD93L;

    private final ValueColumn[] columns;

    RowColumns(List<DataType> types) {
        columns = types.stream().map(ValueColumn::of).toArray(ValueColumn[]::new);
    }

    /** The hashes of a chunk's rows, all of whose bits are good; the words are for use on the way. */
    void hash(List<Column> values, int count, long[] words, int[] hashes) {
        Arrays.fill(words, 0, count, SEED);
        for (int i = 0; i < columns.length; i++) {
            columns[i].hash(values.get(i), count, words);
        }
        for (int i = 0; i < count; i++) {
            hashes[i] = finish(words[i]);
        }
    }

    /** The hash of a remembered row. */
    int hash(int number) {
        long word = SEED;
        for (ValueColumn column : columns) {
            word = column.hash(number, word);
        }
        return finish(word);
    }

    /** The hashes of remembered rows from a number on, also of numbers without a row, for which they mean nothing. */
    void hash(int from, int count, long[] words, int[] hashes) {
        java.util.Arrays.fill(words, 0, count, SEED);
        for (ValueColumn column : columns) {
            column.hash(from, count, words);
        }
        for (int i = 0; i < count; i++) {
            hashes[i] = finish(words[i]);
        }
    }

    private static int finish(long word) {
        return (int) ((word ^ word >>> 32) * FINISH >>> 32);
    }

    /** Stores some of a chunk's rows under numbers below a limit that hold nothing. */
    void store(int[] numbers, List<Column> values, int[] rows, int count, int limit) {
        for (int i = 0; i < columns.length; i++) {
            columns[i].store(numbers, values.get(i), rows, count, limit);
        }
    }

    /** Marks the rows of a chunk that differ from those of numbers, of which some may be below 0; whether there is one. */
    boolean markDifferent(int[] numbers, List<Column> values, int count, boolean[] different) {
        boolean any = false;
        for (int i = 0; i < columns.length; i++) {
            any |= columns[i].markDifferent(numbers, values.get(i), count, different);
        }
        return any;
    }

    boolean isEqual(int number, List<Column> values, int row) {
        for (int i = 0; i < columns.length; i++) {
            if (!columns[i].isEqual(number, values.get(i), row)) {
                return false;
            }
        }
        return true;
    }

    boolean isSame(int first, int second) {
        for (ValueColumn column : columns) {
            if (!column.isSame(first, second)) {
                return false;
            }
        }
        return true;
    }

    /** The values of one column in some rows. */
    Column gather(int column, int[] numbers, int count) {
        return columns[column].gather(numbers, count);
    }

    /** Some rows, in the order of their numbers given. */
    List<Column> gather(int[] numbers, int count) {
        List<Column> gathered = new ArrayList<>(columns.length);
        for (ValueColumn column : columns) {
            gathered.add(column.gather(numbers, count));
        }
        return gathered;
    }

    void forget(int number) {
        for (ValueColumn column : columns) {
            column.forget(number);
        }
    }

    void trim(int limit) {
        for (ValueColumn column : columns) {
            column.trim(limit);
        }
    }

    @Override
    public void archive(StateArchive archive) {
        for (ValueColumn column : columns) {
            column.archive(archive);
        }
    }

    long bytes() {
        long sum = 0;
        for (ValueColumn column : columns) {
            sum += column.bytes();
        }
        return sum;
    }
}
