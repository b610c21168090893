package io.leat.executor.state;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Adds up equal rows of a Z-set. No row is copied or encoded to find that out: rows are hashed column by column, and only
 * those with equal hashes are compared.
 */
public final class Consolidation {
    private final ZSet change;
    private final RowColumns hashing;
    private final RowCodec codec;
    private final HashSlots slots = new HashSlots();
    private final int[] starts;
    private final long[] sums;
    private final RowBytes one = new RowBytes();
    private final RowBytes other = new RowBytes();
    private boolean merged;
    private boolean retracts;

    private Consolidation(ZSet change, List<DataType> types) {
        this.change = change;
        this.hashing = new RowColumns(types);
        this.codec = RowCodec.all(types);
        this.starts = new int[change.chunks().size() + 1];
        for (int i = 0; i < starts.length - 1; i++) {
            starts[i + 1] = Math.addExact(starts[i], change.chunks().get(i).size());
        }
        this.sums = new long[starts[starts.length - 1]];
    }

    /** The same change with each row once and none with weight 0, retractions first, else in the order of first appearance. */
    public static ZSet of(ZSet change, List<DataType> types) {
        if (change.isEmpty()) {
            return change;
        }
        Consolidation consolidation = new Consolidation(change, types);
        for (int i = 0; i < change.chunks().size(); i++) {
            consolidation.add(i);
        }
        return consolidation.result();
    }

    private void add(int place) {
        Chunk chunk = change.chunks().get(place);
        long[] words = new long[chunk.size()];
        int[] hashes = new int[chunk.size()];
        hashing.hash(chunk.columns(), chunk.size(), words, hashes);
        for (int row = 0; row < chunk.size(); row++) {
            long weight = chunk.weight(row);
            int equal = findEqual(chunk, row, hashes[row]);
            if (equal == HashSlots.NONE) {
                slots.add(hashes[row], starts[place] + row);
                sums[starts[place] + row] = weight;
                retracts |= weight < 0;
            } else {
                sums[equal] += weight;
                merged = true;
            }
        }
    }

    private int findEqual(Chunk chunk, int row, int hash) {
        for (int slot = slots.firstSlot(hash); !slots.isEmpty(slot); slot = slots.nextSlot(slot)) {
            int candidate = slots.at(slot, hash);
            if (candidate != HashSlots.NONE && isEqual(chunk, row, candidate)) {
                return candidate;
            }
        }
        return HashSlots.NONE;
    }

    private boolean isEqual(Chunk chunk, int row, int candidate) {
        int found = Arrays.binarySearch(starts, candidate);
        int place = found >= 0 ? found : -found - 2;
        codec.encode(chunk, row, one);
        codec.encode(change.chunks().get(place), candidate - starts[place], other);
        return Arrays.equals(one.bytes(), 0, one.length(), other.bytes(), 0, other.length());
    }

    private ZSet result() {
        if (!merged && !retracts) {
            return change;
        }
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < change.chunks().size(); i++) {
            chunks.add(pick(i, true));
        }
        for (int i = 0; i < change.chunks().size(); i++) {
            chunks.add(pick(i, false));
        }
        return ZSet.of(chunks);
    }

    private Chunk pick(int place, boolean retractions) {
        Chunk chunk = change.chunks().get(place);
        int[] rows = new int[chunk.size()];
        long[] weights = new long[chunk.size()];
        int count = 0;
        boolean unit = true;
        for (int row = 0; row < rows.length; row++) {
            long sum = sums[starts[place] + row];
            if (sum != 0 && sum < 0 == retractions) {
                rows[count] = row;
                weights[count++] = sum;
                unit &= sum == 1;
            }
        }
        Chunk picked = count == chunk.size() ? chunk : chunk.gather(rows, count);
        return new Chunk(count, picked.columns(), unit ? null : weights);
    }
}
