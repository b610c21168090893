package io.leat.executor.state;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.plan.Closing;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Rows with weights by key: one side of a join.
 *
 * <p>Keys and rows have numbers; the rows of one key form a chain. As long as rows only come, they are added without being
 * looked for, and a row that comes twice stands here twice. With the first row that is taken back, or when rows are
 * {@linkplain #open opened}, an index of all rows is made: from then on each stands here once and is found by a hash of all
 * of it, so that changing a weight takes the same time whether its key has one row or a hundred thousand. A row whose weight
 * becomes 0 is gone, and so is a key without rows. Weights may be negative. Numbers are valid until the next change.
 */
public final class RowMultimap implements State {
    /** No key, no row. */
    public static final int NONE = -1;

    private final List<Integer> keyColumns;
    private final Optional<Closing> closing;
    private final RowTable keys;
    private final RowTable rows;
    /** The sums of weights by key, if anybody asks for them. */
    private final Optional<LongValues> keyWeights;
    /** Weights less 1, so that they take no memory while all rows have weight 1. */
    private final LongValues extraWeights = new LongValues();

    private final LongValues notes = new LongValues();
    /** Of each row, as soon as anybody asks: rows that only come do without. */
    private final PagedInts keyOfRow = new PagedInts();

    private boolean knowsKeys;
    private final Chains chains = new Chains();
    private final TimeBuckets buckets = new TimeBuckets();
    private boolean indexed;

    // Of use within one call only.
    private int[] numbers = new int[0];
    private int[] keyNumbers = new int[0];

    private RowMultimap(List<DataType> types, List<Integer> keyColumns, Optional<Closing> closing, boolean weighsKeys) {
        this.keyColumns = List.copyOf(keyColumns);
        this.closing = closing;
        this.keys = RowTable.kind(keyColumns.stream().map(types::get).toList())
                .create()
                .get();
        this.rows = RowTable.kind(types).create().get();
        this.knowsKeys = weighsKeys;
        this.keyWeights = weighsKeys ? Optional.of(new LongValues()) : Optional.empty();
    }

    /**
     * How to open it from a store.
     *
     * @param types the types of a row's columns
     * @param keyColumns the columns that are the key; none puts all rows under one key
     * @param closing when a row may be forgotten: a column of the row
     */
    public static StateKind<RowMultimap> kind(
            List<DataType> types, List<Integer> keyColumns, Optional<Closing> closing) {
        return kind(types, keyColumns, closing, false);
    }

    /**
     * How to open it from a store.
     *
     * @param weighsKeys whether {@link #keyWeight} is asked for
     */
    public static StateKind<RowMultimap> kind(
            List<DataType> types, List<Integer> keyColumns, Optional<Closing> closing, boolean weighsKeys) {
        return new StateKind<>("row multimap", () -> new RowMultimap(types, keyColumns, closing, weighsKeys));
    }

    /** Adds to the weights of a chunk's rows. */
    public void add(Chunk chunk) {
        if (numbers.length < chunk.size()) {
            numbers = new int[chunk.size()];
        }
        if (!indexed && !retracts(chunk)) {
            append(chunk);
            return;
        }
        open(chunk, numbers);
        for (int i = 0; i < chunk.size(); i++) {
            addWeight(numbers[i], chunk.weight(i));
        }
        settle(numbers, chunk.size(), gone -> {});
    }

    private static boolean retracts(Chunk chunk) {
        for (int i = 0; chunk.weights() != null && i < chunk.size(); i++) {
            if (chunk.weights()[i] < 0) {
                return true;
            }
        }
        return false;
    }

    private void append(Chunk chunk) {
        rows.append(chunk.columns(), chunk.size(), numbers);
        link(chunk, numbers);
        for (int i = 0; chunk.weights() != null && i < chunk.size(); i++) {
            if (chunk.weights()[i] != 1) {
                addWeight(numbers[i], chunk.weights()[i] - 1);
            }
        }
    }

    /** Puts all rows of a chunk, which are new, under their keys, with weight 1. */
    private void link(Chunk chunk, int[] rowNumbers) {
        int count = chunk.size();
        if (keyNumbers.length < count) {
            keyNumbers = new int[count];
        }
        keys.addAll(keysOf(chunk), count, keyNumbers);
        for (int i = 0; i < count; i++) {
            chains.add(keyNumbers[i], rowNumbers[i]);
        }
        for (int i = 0; knowsKeys && i < count; i++) {
            keyOfRow.set(rowNumbers[i], keyNumbers[i]);
        }
        long[] weights = keyWeights.map(values -> values.array(keys.limit())).orElse(null);
        for (int i = 0; weights != null && i < count; i++) {
            weights[keyNumbers[i]]++;
        }
        if (closing.isPresent()) {
            Column times = chunk.column(closing.get().column());
            for (int i = 0; i < count; i++) {
                buckets.add(rowNumbers[i], TimeBuckets.timeIn(times, i));
            }
        }
    }

    private List<Column> keysOf(Chunk chunk) {
        List<Column> columns = new ArrayList<>(keyColumns.size());
        for (int column : keyColumns) {
            columns.add(chunk.column(column));
        }
        return columns;
    }

    /** The number of each row of a chunk. New rows have weight 0 until it is added to, or are gone when they settle. */
    public void open(Chunk chunk, int[] into) {
        if (!indexed) {
            indexed = true;
            rows.index(this::merge);
        }
        rows.addAll(chunk.columns(), chunk.size(), into);
        int count = rows.freshCount();
        if (count == 0) {
            return;
        }
        int[] fresh = new int[count];
        int[] freshNumbers = new int[count];
        for (int i = 0; i < count; i++) {
            fresh[i] = rows.freshRow(i);
            freshNumbers[i] = into[fresh[i]];
        }
        link(count == chunk.size() ? chunk : chunk.gather(fresh, count), freshNumbers);
        for (int number : freshNumbers) {
            addWeight(number, -1);
        }
    }

    /** Adds to the weight of a row. */
    public void addWeight(int row, long weight) {
        extraWeights.add(row, weight);
        keyWeights.ifPresent(weights -> weights.add(keyOf(row), weight));
    }

    /** Forgets those of the given rows whose weight is 0, each once, after the consumer was told. */
    public void settle(int[] rowNumbers, int count, IntConsumer gone) {
        for (int i = 0; i < count; i++) {
            if (weight(rowNumbers[i]) == 0) {
                gone.accept(rowNumbers[i]);
                if (closing.isPresent()) {
                    buckets.remove(rowNumbers[i]);
                }
                unlink(rowNumbers[i]);
            }
        }
    }

    private void merge(int duplicate, int original) {
        addWeight(original, weight(duplicate));
        if (closing.isPresent()) {
            buckets.remove(duplicate);
        }
        detach(duplicate);
    }

    private void unlink(int number) {
        detach(number);
        if (indexed) {
            rows.remove(number);
        } else {
            rows.removeAppended(number);
        }
    }

    /** Takes a row from its key, and its key away if that has no other. */
    private void detach(int number) {
        int key = keyOf(number);
        takeFromKey(key, number);
        if (chains.first(key) == NONE) {
            forgetWeight(key);
            keys.remove(key);
        }
    }

    private void takeFromKey(int key, int number) {
        chains.remove(key, number);
        keyWeights.ifPresent(weights -> weights.add(key, -weight(number)));
        extraWeights.set(number, 0);
        notes.set(number, 0);
    }

    private void forgetWeight(int key) {
        keyWeights.ifPresent(weights -> weights.set(key, 0));
    }

    /** Forgets the rows that are closed at a watermark. Costs what it frees. */
    public void free(long watermark) {
        free(watermark, Integer.MAX_VALUE);
    }

    /** As {@link #free(long)}, but at most so many rows, the earliest first. */
    public void free(long watermark, int most) {
        closing.ifPresent(rule -> buckets.closeTogether(rule, watermark, most, this::unlinkAll));
        trim();
    }

    private void unlinkAll(int[] closed, int count) {
        int[] emptied = new int[count];
        int emptiedCount = 0;
        for (int i = 0; i < count; i++) {
            int key = keyOf(closed[i]);
            takeFromKey(key, closed[i]);
            emptied[emptiedCount] = key;
            emptiedCount += chains.first(key) == NONE ? 1 : 0;
        }
        for (int i = 0; i < emptiedCount; i++) {
            forgetWeight(emptied[i]);
        }
        keys.removeAll(emptied, emptiedCount);
        for (int i = 0; !indexed && i < count; i++) {
            rows.removeAppended(closed[i]);
        }
        if (indexed) {
            rows.removeAll(closed, count);
        }
    }

    private void trim() {
        rows.trim();
        keys.trim();
        int limit = rows.limit();
        extraWeights.trim(limit);
        notes.trim(limit);
        keyOfRow.trim(limit);
        keyWeights.ifPresent(weights -> weights.trim(keys.limit()));
        chains.trim(keys.limit(), limit);
        buckets.trim(limit);
    }

    /** The keys that stand in some columns, of the types that they have here; {@link #NONE} for those without rows. */
    public void findKeys(List<Column> columns, int count, int[] into) {
        if (rows.size() == 0) {
            Arrays.fill(into, 0, count, NONE);
        } else {
            keys.findAll(columns, count, into);
        }
    }

    /** The sum of the weights of a key's rows, if they are kept. */
    public long keyWeight(int key) {
        return keyWeights.orElseThrow().get(key);
    }

    /** The key of a row. */
    public int keyOf(int row) {
        if (!knowsKeys) {
            knowsKeys = true;
            keyOfRow.reserve(Math.max(1, rows.limit()));
            chains.forEach((key, number) -> keyOfRow.set(number, key));
        }
        return keyOfRow.get(row);
    }

    /** A first row of a key. */
    public int firstRow(int key) {
        return chains.first(key);
    }

    /** The next row of the same key, or {@link #NONE}. */
    public int nextRow(int row) {
        return chains.next(row);
    }

    /** The weight of a row. */
    public long weight(int row) {
        return extraWeights.get(row) + 1;
    }

    /** A number of the operator's own that belongs to a row; 0 for a new one. */
    public long note(int row) {
        return notes.get(row);
    }

    /** Sets the operator's own number of a row. */
    public void setNote(int row, long note) {
        notes.set(row, note);
    }

    /** The values of some rows in all columns, in the order given. */
    public List<Column> gather(int[] rowNumbers, int count) {
        return rows.gather(rowNumbers, count);
    }

    /** The values of some rows in one column. */
    public Column gather(int column, int[] rowNumbers, int count) {
        return rows.gather(column, rowNumbers, count);
    }

    @Override
    public void archive(StateArchive archive) {
        keys.archive(archive);
        rows.archive(archive);
        keyWeights.ifPresent(weights -> weights.archive(archive));
        extraWeights.archive(archive);
        notes.archive(archive);
        keyOfRow.archive(archive);
        chains.archive(archive);
        buckets.archive(archive);
        indexed = archive.flag(indexed);
        knowsKeys = keyWeights.isPresent() || keyOfRow.capacity() > 0;
    }

    @Override
    public long rows() {
        return rows.size();
    }

    @Override
    public long bytes() {
        long ofRows = rows.bytes() + extraWeights.bytes() + notes.bytes() + keyOfRow.bytes();
        long ofKeys = keys.bytes() + keyWeights.map(LongValues::bytes).orElse(0L);
        return ofRows + ofKeys + chains.bytes() + buckets.bytes();
    }
}
