package io.leat.executor.shard;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.Validity;
import io.leat.core.type.DataType;
import io.leat.executor.state.RowBytes;
import io.leat.executor.state.RowCodec;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Says for each row of a chunk on which shard its key lives. Values that SQL calls equal give the same shard, whatever
 * columns they stand in; NULL is a value like others. Not safe for several threads.
 */
final class KeyHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SEED = 0x2545F4914F6CDD1DL;
    private static final long MIX = 0xFF51AFD7ED558CCDL;
    private static final long FINISH = 0xC4CEB9FE1A85EC53L;
    private static final long NULL = 0x9FB21C651E98DF25L;

    private final int[] columns;
    private final RowCodec[] codecs;
    private final RowBytes scratch = new RowBytes();
    private long[] hashes = new long[0];

    /**
     * A hash of some columns.
     *
     * @param types the types of all columns
     * @param columns the columns of the key, in an order that all who compare must agree on
     */
    KeyHash(List<DataType> types, List<Integer> columns) {
        this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
        this.codecs = columns.stream()
                .map(column -> RowCodec.of(types, List.of(column)))
                .toArray(RowCodec[]::new);
    }

    /** Writes the shard of each row. */
    void shards(Chunk chunk, int shards, int[] into) {
        int size = chunk.size();
        if (hashes.length < size) {
            hashes = new long[size];
        }
        Arrays.fill(hashes, 0, size, SEED);
        for (int i = 0; i < columns.length; i++) {
            add(chunk, i);
        }
        for (int row = 0; row < size; row++) {
            long hash = hashes[row] * FINISH;
            into[row] = (int) ((hash >>> 32) * shards >>> 32);
        }
    }

    private void add(Chunk chunk, int place) {
        Column column = chunk.column(columns[place]);
        if (column instanceof LongColumn longs) {
            add(longs);
        } else if (column instanceof DoubleColumn doubles) {
            add(doubles);
        } else if (column instanceof BytesColumn bytes) {
            add(bytes, place == 0);
        } else {
            addEncoded(chunk, column, codecs[place]);
        }
    }

    private void add(LongColumn column) {
        long[] values = column.values();
        long[] validity = column.validity();
        for (int row = 0; row < column.size(); row++) {
            long value = Validity.isValid(validity, row) ? values[row] : NULL;
            hashes[row] = mixed(hashes[row], value);
        }
    }

    private void add(DoubleColumn column) {
        for (int row = 0; row < column.size(); row++) {
            double value = column.values()[row];
            long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
            hashes[row] = mixed(hashes[row], column.isNull(row) ? NULL : bits);
        }
    }

    private void add(BytesColumn column, boolean isFirst) {
        BytesColumn origin = column.origin();
        long[] known = isFirst && column.repeats() ? hashesOf(origin) : null;
        byte[] bytes = origin.bytes();
        int[] offsets = origin.offsets();
        for (int row = 0; row < column.size(); row++) {
            int there = column.originRow(row);
            if (column.isNull(row)) {
                hashes[row] = mixed(hashes[row], NULL);
            } else {
                hashes[row] =
                        known == null ? hash(hashes[row], bytes, offsets[there], offsets[there + 1]) : known[there];
            }
        }
    }

    /** The hashes of texts that nothing stands before. */
    private static long[] hashesOf(BytesColumn texts) {
        int[] offsets = texts.offsets();
        long[] known = new long[texts.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = hash(SEED, texts.bytes(), offsets[i], offsets[i + 1]);
        }
        return known;
    }

    private void addEncoded(Chunk chunk, Column column, RowCodec codec) {
        for (int row = 0; row < column.size(); row++) {
            codec.encode(chunk, row, scratch);
            hashes[row] = hash(hashes[row], scratch.bytes(), 0, scratch.length());
        }
    }

    private static long hash(long start, byte[] bytes, int from, int to) {
        long hash = mixed(start, to - from);
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mixed(hash, (long) LONGS.get(bytes, at));
        }
        long tail = 0;
        for (; at < to; at++) {
            tail = tail << 8 | bytes[at] & 0xFF;
        }
        return mixed(hash, tail);
    }

    private static long mixed(long hash, long value) {
        long mixed = (hash ^ value) * MIX;
        return mixed ^ mixed >>> 32;
    }
}
