package io.leat.executor.over;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Rank;
import io.leat.core.plan.RankFunction;
import io.leat.core.type.DataType;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import io.leat.executor.state.IntValues;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.RowTable;
import io.leat.executor.state.TimeBuckets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives the first few rows of each partition of an input that only grows, and keeps no others. Most rows are turned away by
 * comparing one number; those that stay are stored once, at the end of the tick, and all that changes is gathered at once.
 */
final class TopRowsOperator implements Operator {
    private static final int WIDEST = 16;

    private final Rank plan;
    private final OperatorContext context;
    private final Arrangement arrangement;
    private final List<CellOrder> order;
    private final int[] ordered;
    /** Whether a row comes out if and only if it comes to stay, so that the rows stored in a tick are those that it gives. */
    private final boolean givesStored;

    private final RowTable keys;
    private final RowTable rows;
    private final TopSlots slots;
    private final TimeBuckets buckets;

    // Of use within one tick only.
    private final ArrivedRows arrived = new ArrivedRows();
    private final TopChanges changes = new TopChanges();
    private final int[] one = new int[1];
    private int[] partitions = new int[0];
    private long[] words = new long[0];
    private int[] candidates = new int[0];

    TopRowsOperator(Rank plan, OperatorContext context) {
        this.plan = plan;
        this.context = context;
        List<DataType> types = plan.input().schema().types();
        this.arrangement = new Arrangement(types, plan.partition(), plan.order());
        this.order = order(types);
        this.ordered =
                arrangement.ordered().stream().mapToInt(Integer::intValue).toArray();
        this.givesStored = !plan.numbered() && plan.first() == 1;
        this.keys = context.open(
                "partitions",
                RowTable.kind(plan.partition().stream().map(types::get).toList()));
        this.rows = context.open(
                "rows",
                RowTable.kind(arrangement.ordered().stream().map(types::get).toList()));
        this.buckets = context.open("closing", TimeBuckets.kind());
        this.slots = new TopSlots(
                (int) plan.last(),
                context.open("counts", IntValues.kind()),
                context.open("numbers", IntValues.kind()),
                context.open("words", LongValues.kind()),
                this::compare);
    }

    /** Whether this operator serves a plan. */
    static boolean serves(Rank plan) {
        return plan.function() == RankFunction.ROW_NUMBER
                && plan.inputChanges() == ChangeMode.APPEND_ONLY
                && plan.last() >= plan.first()
                && plan.last() <= WIDEST;
    }

    private List<CellOrder> order(List<DataType> types) {
        List<CellOrder> orders = new ArrayList<>();
        for (int column : arrangement.ordered()) {
            boolean completes = orders.size() >= arrangement.keys().size();
            orders.add(
                    completes
                            ? new CellOrder(types.get(column))
                            : new CellOrder(
                                    types.get(column), arrangement.keys().get(orders.size())));
        }
        return orders;
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        arrived.begin();
        for (Chunk chunk : inputs.get(0).chunks()) {
            absorb(chunk);
        }
        List<Chunk> output = new ArrayList<>();
        List<Chunk> stored = store();
        emit(output);
        output.addAll(stored);
        settle();
        plan.closing().ifPresent(rule -> buckets.close(rule, tick.watermark(), this::forget));
        trim();
        return ZSet.of(output);
    }

    private void absorb(Chunk chunk) {
        int size = chunk.size();
        if (partitions.length < size) {
            partitions = new int[size];
            words = new long[size];
            candidates = new int[size];
        }
        keys.addAll(plan.partition().stream().map(chunk::column).toList(), size, partitions);
        if (!order.isEmpty()) {
            order.get(0).words(chunk.column(ordered[0]), size, words);
        }
        arrived.open(chunk);
        int offered = slots.mayComeIn(partitions, words, size, keys.limit(), candidates);
        for (int i = 0; i < offered; i++) {
            offer(chunk, candidates[i]);
        }
    }

    /** A row that is there several times may take as many places. */
    private void offer(Chunk chunk, int row) {
        int partition = partitions[row];
        Optional<Closing> closing = plan.closing();
        if (closing.isPresent() && slots.count(partition) == 0) {
            buckets.add(partition, TimeBuckets.timeIn(chunk.column(closing.get().column()), row));
        }
        for (long i = Math.min(chunk.weight(row), plan.last()); i > 0; i--) {
            slots.offer(partition, words[row], arrived.add(row));
        }
    }

    /** Compares a row of this tick to another one that has the same word. */
    private int compare(int row, int other, long word) {
        for (int i = 0; i < order.size(); i++) {
            int column = ordered[i];
            boolean stored = other >= 0;
            one[0] = other;
            Column right = stored ? rows.gather(i, one, 1) : arrived.column(~other, column);
            int comparison = order.get(i)
                    .compare(arrived.column(row, column), arrived.row(row), right, stored ? 0 : arrived.row(~other));
            if (comparison != 0) {
                return comparison;
            }
        }
        return 0;
    }

    /** Stores the rows of this tick that are among the first now, and answers them if that is what comes out. */
    private List<Chunk> store() {
        List<Chunk> stored = new ArrayList<>();
        TopSlots.TouchedPartitions touched = slots.touched();
        for (int i = 0; i < touched.size(); i++) {
            int partition = touched.partition(i);
            for (int place = 0; place < slots.count(partition); place++) {
                int number = slots.number(partition, place);
                if (number < 0) {
                    arrived.stay(~number);
                }
            }
        }
        arrived.storeAll((chunk, numbers) -> {
            rows.append(arrangement.ordered().stream().map(chunk::column).toList(), chunk.size(), numbers);
            if (givesStored) {
                stored.add(chunk);
            }
        });
        for (int i = 0; i < touched.size(); i++) {
            int partition = touched.partition(i);
            for (int place = 0; place < slots.count(partition); place++) {
                int number = slots.number(partition, place);
                if (number < 0) {
                    slots.store(partition, place, arrived.stored(~number));
                }
            }
        }
        return stored;
    }

    private void emit(List<Chunk> output) {
        for (int i = 0; i < slots.touched().size(); i++) {
            if (plan.numbered()) {
                emitNumbers(i);
            } else {
                emitRows(i);
            }
        }
        changes.take(keys, rows, arrangement, plan.numbered(), context.chunkRows(), output);
    }

    /** Places whose rows have changed. */
    private void emitNumbers(int index) {
        int partition = slots.touched().partition(index);
        int before = slots.touched().count(index);
        int now = slots.count(partition);
        for (int place = (int) plan.first() - 1; place < Math.max(before, now); place++) {
            int old = place < before ? slots.touched().number(index, place) : RowTable.NONE;
            int latest = place < now ? slots.number(partition, place) : RowTable.NONE;
            if (old != latest) {
                emit(partition, old, place + 1L, -1);
                emit(partition, latest, place + 1L, 1);
            }
        }
    }

    private void emit(int partition, int number, long rank, long weight) {
        if (number != RowTable.NONE) {
            changes.add(partition, number, rank, weight);
        }
    }

    /** Rows that are there on one side only. */
    private void emitRows(int index) {
        int partition = slots.touched().partition(index);
        int before = slots.touched().count(index);
        int now = slots.count(partition);
        int first = (int) plan.first() - 1;
        for (int place = first; place < before; place++) {
            int old = slots.touched().number(index, place);
            if (!isAmong(partition, first, now, old)) {
                changes.add(partition, old, 0, -1);
            }
        }
        for (int place = first; place < now && !givesStored; place++) {
            int latest = slots.number(partition, place);
            if (!wasAmong(index, first, before, latest)) {
                changes.add(partition, latest, 0, 1);
            }
        }
    }

    private boolean isAmong(int partition, int from, int to, int number) {
        for (int place = from; place < to; place++) {
            if (slots.number(partition, place) == number) {
                return true;
            }
        }
        return false;
    }

    private boolean wasAmong(int index, int from, int to, int number) {
        for (int place = from; place < to; place++) {
            if (slots.touched().number(index, place) == number) {
                return true;
            }
        }
        return false;
    }

    /** Forgets the rows that are no longer among the first. */
    private void settle() {
        TopSlots.TouchedPartitions touched = slots.touched();
        for (int i = 0; i < touched.size(); i++) {
            int partition = touched.partition(i);
            for (int place = 0; place < touched.count(i); place++) {
                int old = touched.number(i, place);
                if (!isAmong(partition, 0, slots.count(partition), old)) {
                    rows.removeAppended(old);
                }
            }
        }
        touched.clear(keys.limit());
    }

    private void forget(int partition) {
        for (int place = 0; place < slots.count(partition); place++) {
            rows.removeAppended(slots.number(partition, place));
        }
        slots.clear(partition);
        keys.remove(partition);
    }

    private void trim() {
        keys.trim();
        rows.trim();
        slots.trim(keys.limit());
        buckets.trim(keys.limit());
    }
}
