package io.leat.executor.over;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Sort;
import io.leat.core.type.DataType;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.state.KeyTable;
import io.leat.executor.state.OrderedRows;
import io.leat.executor.state.RowBytes;
import io.leat.executor.state.RowCodec;
import io.leat.executor.state.TimeBuckets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The rows of an input by partition and in order, and which partitions a tick has changed. */
final class Partitions {
    private static final int NONE = -1;

    private final Arrangement arrangement;
    private final Optional<Closing> closing;
    private final KeyTable keys;
    private final TimeBuckets buckets;
    private final OrderedRows rows;
    private final RowCodec inputKeys;
    private final RowCodec storedKeys;
    private final RowBytes scratch = new RowBytes();

    // Of use within one tick only.
    private int[] partitionOfRow = new int[0];
    private int[] touched = new int[16];
    private int touchedCount;
    private int[] lastChange = new int[0];
    private int[] earlierChange = new int[16];

    Partitions(
            Plan input,
            List<Integer> partition,
            List<Sort.Key> order,
            Optional<Closing> closing,
            OperatorContext context) {
        List<DataType> types = input.schema().types();
        this.arrangement = new Arrangement(types, partition, order);
        this.closing = closing;
        this.keys = context.open("partitions", KeyTable.kind());
        this.buckets = context.open("closing", TimeBuckets.kind());
        this.rows = context.open("rows", OrderedRows.kind(types, arrangement.ordered(), arrangement.keys()));
        this.inputKeys = RowCodec.of(types, partition);
        this.storedKeys = RowCodec.all(inputKeys.types());
    }

    /** How columns lie. */
    Arrangement arrangement() {
        return arrangement;
    }

    /** The rows. */
    OrderedRows rows() {
        return rows;
    }

    /** Takes rows in. */
    void absorb(Chunk chunk) {
        if (partitionOfRow.length < chunk.size()) {
            partitionOfRow = new int[chunk.size()];
        }
        int known = keys.limit();
        keys.addAll(inputKeys, chunk, partitionOfRow);
        makeRoom();
        for (int row = 0; row < chunk.size(); row++) {
            int partition = partitionOfRow[row];
            boolean empty = closing.isPresent() && (partition >= known || rows.first(partition) == NONE);
            if (empty && lastChange[partition] == 0) {
                buckets.add(
                        partition, TimeBuckets.timeIn(chunk.column(closing.get().column()), row));
            }
            rows.codec().encode(chunk, row, scratch);
            int changes = rows.changedCount();
            rows.add(partition, scratch, chunk.weight(row));
            if (rows.changedCount() > changes) {
                noteChange(partition, changes);
            }
        }
    }

    private void makeRoom() {
        if (lastChange.length < keys.limit()) {
            lastChange = Arrays.copyOf(lastChange, keys.limit() + keys.limit() / 2 + 1);
        }
    }

    private void noteChange(int partition, int change) {
        if (change >= earlierChange.length) {
            earlierChange = Arrays.copyOf(earlierChange, change * 2);
        }
        if (lastChange[partition] == 0) {
            if (touchedCount == touched.length) {
                touched = Arrays.copyOf(touched, touchedCount * 2);
            }
            touched[touchedCount++] = partition;
        }
        earlierChange[change] = lastChange[partition];
        lastChange[partition] = change + 1;
    }

    /** How many partitions the tick has changed. */
    int touchedCount() {
        return touchedCount;
    }

    /** One of them. */
    int touched(int index) {
        return touched[index];
    }

    /** Hands over the rows of a partition that have changed. */
    void changes(int partition, IntConsumer row) {
        for (int change = lastChange[partition]; change != 0; change = earlierChange[change - 1]) {
            row.accept(rows.changedRow(change - 1));
        }
    }

    /** Adds a row's values in the arrangement's order; ending the row is left to the caller. */
    void decode(int partition, int row, ChunkBuilder into) {
        keys.decode(partition, storedKeys, into, 0);
        rows.decode(row, into, arrangement.partitionSize());
    }

    /** Ends a tick: forgets what is no longer there, and what is closed at a watermark. */
    void end(long watermark, IntConsumer forgotten) {
        for (int i = 0; i < touchedCount; i++) {
            int partition = touched[i];
            changes(partition, row -> {
                if (rows.weight(row) == 0) {
                    rows.remove(partition, row);
                }
            });
            lastChange[partition] = 0;
        }
        rows.settle();
        for (int i = 0; i < touchedCount; i++) {
            if (rows.first(touched[i]) == NONE) {
                if (closing.isPresent()) {
                    buckets.remove(touched[i]);
                }
                forget(touched[i], forgotten);
            }
        }
        touchedCount = 0;
        closing.ifPresent(rule -> buckets.close(rule, watermark, partition -> {
            rows.clear(partition);
            forget(partition, forgotten);
        }));
        trim();
    }

    private void forget(int partition, IntConsumer forgotten) {
        forgotten.accept(partition);
        keys.remove(partition);
    }

    private void trim() {
        rows.trim(keys.limit());
        buckets.trim(keys.limit());
        if (lastChange.length > 4 * keys.limit() + 16) {
            lastChange = Arrays.copyOf(lastChange, 2 * keys.limit() + 1);
        }
    }

    /** One more than the greatest number of a partition. */
    int limit() {
        return keys.limit();
    }
}
