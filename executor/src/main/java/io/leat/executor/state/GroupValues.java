package io.leat.executor.state;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.type.DataType;
import java.util.List;

/** The distinct values of each group with their weights, in no order: what COUNT(DISTINCT ...) remembers. */
public final class GroupValues implements State {
    /** No value. */
    public static final int NONE = -1;

    private final RowCodec codec;
    private final RowBytes scratch = new RowBytes();
    private final KeyTable values = new KeyTable();
    private final LongValues weights = new LongValues();
    private final Chains chains = new Chains();

    private GroupValues(RowCodec codec) {
        this.codec = codec;
    }

    /**
     * How to open it from a store.
     *
     * @param types the types of the columns of input rows
     * @param columns which of them together are the value
     */
    public static StateKind<GroupValues> kind(List<DataType> types, List<Integer> columns) {
        return new StateKind<>("group values", () -> new GroupValues(RowCodec.of(types, columns)));
    }

    /** Adds to the weight of a row's value in a group and returns the weight that it had before. */
    public long add(int group, Chunk chunk, int row, long weight) {
        scratch.clear();
        scratch.putInt(group);
        codec.append(chunk, row, scratch);
        int before = values.size();
        int number = values.add(scratch);
        if (values.size() > before) {
            chains.add(group, number);
        }
        long sum = weights.add(number, weight);
        if (sum == 0) {
            chains.remove(group, number);
            values.remove(number);
        }
        return sum - weight;
    }

    /** Forgets a group's values. */
    public void clear(int group) {
        for (int number = first(group); number != NONE; number = first(group)) {
            chains.remove(group, number);
            weights.set(number, 0);
            values.remove(number);
        }
    }

    /** One of a group's values, or {@link #NONE}. */
    public int first(int group) {
        return chains.first(group);
    }

    /** Another one of the same group, or {@link #NONE}. */
    public int next(int number) {
        return chains.next(number);
    }

    /** How often its group has a value. */
    public long weight(int number) {
        return weights.get(number);
    }

    /** Adds a value to the builder's columns from the given one on; ending the row is left to the caller. */
    public void decode(int number, ChunkBuilder into, int firstColumn) {
        codec.decode(values.bytes(number), values.offset(number) + Integer.BYTES, into, firstColumn);
    }

    /** Gives memory back when all groups in use are below the limit. */
    public void trim(int groupLimit) {
        weights.trim(values.limit());
        chains.trim(groupLimit, values.limit());
    }

    @Override
    public void archive(StateArchive archive) {
        values.archive(archive);
        weights.archive(archive);
        chains.archive(archive);
    }

    @Override
    public long rows() {
        return values.size();
    }

    @Override
    public long bytes() {
        return values.bytes() + weights.bytes() + chains.bytes();
    }
}
