package io.leat.executor.state;

import io.leat.core.batch.ChunkBuilder;
import io.leat.core.plan.Sort;
import io.leat.core.type.DataType;
import java.util.List;

/**
 * The rows of each group in order, with weights: what ranks and OVER need when rows are taken back or all have a number.
 *
 * <p>Each group has a treap of its own, as in {@link OrderedIndex}, whose nodes know how many rows lie below them, and in
 * which each row knows its neighbours. A row whose weight has become 0 stays until it is removed at the end
 * of the tick, so that within the tick the old order ({@link #before}) and the new one ({@link #weight}) can be walked side
 * by side.
 */
public final class OrderedRows implements State {
    /** No row. */
    public static final int NONE = -1;

    private static final int LEFT = 0;
    private static final int RIGHT = 1;

    private final RowCodec codec;
    private final RowOrder order;

    // Links hold numbers plus 1, so that 0 means none; the children of a row are at 2 * number and after it.
    private final IntValues roots = new IntValues();
    private final IntValues children = new IntValues();
    private final IntValues next = new IntValues();
    private final IntValues previous = new IntValues();
    private final LongValues sizes = new LongValues();
    private final LongValues words = new LongValues();
    private final LongValues weights = new LongValues();
    private final LongValues places = new LongValues();
    private final EntryNumbers numbers = new EntryNumbers();
    private PackedRows packed = new PackedRows();

    // Of use within one tick only.
    private final ChangedRows changed = new ChangedRows();
    private int lesser;
    private int greater;

    private OrderedRows(RowCodec codec, RowOrder order) {
        this.codec = codec;
        this.order = order;
    }

    /**
     * How to open it from a store.
     *
     * @param types the types of the columns of input rows
     * @param columns the columns that are kept; those of the order come first and in its order
     * @param keys how the first of them are ordered
     */
    public static StateKind<OrderedRows> kind(List<DataType> types, List<Integer> columns, List<Sort.Key> keys) {
        RowCodec codec = RowCodec.of(types, columns);
        return new StateKind<>("ordered rows", () -> new OrderedRows(codec, new RowOrder(codec.types(), keys)));
    }

    /** The codec that encodes rows for {@link #add}. */
    public RowCodec codec() {
        return codec;
    }

    /** Adds to the weight of a row of a group and answers its number. */
    public int add(int group, RowBytes row, long weight) {
        long word = order.word(row.bytes(), 0);
        int before = NONE;
        int after = NONE;
        int link = roots.get(group);
        while (link != 0) {
            int number = link - 1;
            int comparison = compare(word, row.bytes(), 0, number);
            if (comparison == 0) {
                change(group, number, weight);
                return number;
            }
            before = comparison > 0 ? number : before;
            after = comparison < 0 ? number : after;
            link = children.get((number << 1) + (comparison < 0 ? LEFT : RIGHT));
        }
        return insert(group, row, word, weight, before, after);
    }

    private void change(int group, int number, long weight) {
        changed.add(number, weights.get(number));
        weights.add(number, weight);
        int link = roots.get(group);
        while (link - 1 != number) {
            sizes.add(link - 1, weight);
            boolean left = compare(number, link - 1) < 0;
            link = children.get((link - 1 << 1) + (left ? LEFT : RIGHT));
        }
        sizes.add(number, weight);
    }

    private int insert(int group, RowBytes row, long word, long weight, int before, int after) {
        int number = numbers.take();
        words.set(number, word);
        weights.set(number, weight);
        sizes.set(number, weight);
        places.set(number, packed.add(row));
        children.set(number << 1, 0);
        children.set((number << 1) + RIGHT, 0);
        tie(before, number);
        tie(number, after);
        changed.add(number, 0);
        roots.set(group, inserted(roots.get(group), number));
        return number;
    }

    /** Makes two rows neighbours; either may be none. */
    private void tie(int left, int right) {
        if (left != NONE) {
            next.set(left, right + 1);
        }
        if (right != NONE) {
            previous.set(right, left + 1);
        }
    }

    private int inserted(int link, int number) {
        if (link == 0) {
            return number + 1;
        }
        if (priority(number) > priority(link - 1)) {
            split(link, number);
            setChildren(number, lesser, greater);
            return number + 1;
        }
        int side = (link - 1 << 1) + (compare(number, link - 1) < 0 ? LEFT : RIGHT);
        children.set(side, inserted(children.get(side), number));
        sizes.add(link - 1, weights.get(number));
        return link;
    }

    /** Splits a tree into what is less than a row and what is greater. */
    private void split(int link, int number) {
        if (link == 0) {
            lesser = 0;
            greater = 0;
            return;
        }
        int node = link - 1;
        if (compare(number, node) > 0) {
            split(children.get((node << 1) + RIGHT), number);
            setChildren(node, children.get(node << 1), lesser);
            lesser = link;
        } else {
            split(children.get(node << 1), number);
            setChildren(node, greater, children.get((node << 1) + RIGHT));
            greater = link;
        }
    }

    private void setChildren(int node, int left, int right) {
        children.set(node << 1, left);
        children.set((node << 1) + RIGHT, right);
        sizes.set(node, weights.get(node) + size(left) + size(right));
    }

    private long size(int link) {
        return link == 0 ? 0 : sizes.get(link - 1);
    }

    private int merged(int left, int right) {
        if (left == 0 || right == 0) {
            return left == 0 ? right : left;
        }
        if (priority(left - 1) > priority(right - 1)) {
            setChildren(left - 1, children.get(left - 1 << 1), merged(children.get((left - 1 << 1) + RIGHT), right));
            return left;
        }
        setChildren(right - 1, merged(left, children.get(right - 1 << 1)), children.get((right - 1 << 1) + RIGHT));
        return right;
    }

    private static int priority(int number) {
        long hash = (number + 1) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L;
        return (int) (hash >>> 32);
    }

    private int compare(long word, byte[] row, int offset, int number) {
        int first = Long.compare(word, words.get(number));
        if (first != 0) {
            return first;
        }
        long place = places.get(number);
        return order.compare(row, offset, packed.bytes(place), packed.offset(place));
    }

    /** Compares two rows of one group. */
    public int compare(int left, int right) {
        long place = places.get(left);
        return left == right ? 0 : compare(words.get(left), packed.bytes(place), packed.offset(place), right);
    }

    /** Whether two rows are equal in the columns of the order. */
    public boolean arePeers(int left, int right) {
        if (order.hasKeys() && words.get(left) != words.get(right)) {
            return false;
        }
        long leftPlace = places.get(left);
        long rightPlace = places.get(right);
        return order.arePeers(
                packed.bytes(leftPlace), packed.offset(leftPlace), packed.bytes(rightPlace), packed.offset(rightPlace));
    }

    /** The first column of a row as a number in the direction of the order, if it lies as a long and is not NULL. */
    public long word(int number) {
        return words.get(number);
    }

    /** Whether the first column of a row is NULL. */
    public boolean isFirstNull(int number) {
        long place = places.get(number);
        return order.isFirstNull(packed.bytes(place), packed.offset(place));
    }

    /** The first row of a group, or {@link #NONE}. */
    public int first(int group) {
        int found = 0;
        for (int link = roots.get(group); link != 0; link = children.get(link - 1 << 1)) {
            found = link;
        }
        return found - 1;
    }

    /** The row after another one, or {@link #NONE}. */
    public int next(int number) {
        return next.get(number) - 1;
    }

    /** The row before another one, or {@link #NONE}. */
    public int previous(int number) {
        return previous.get(number) - 1;
    }

    /** How many rows, with their weights of now, come before one. */
    public long position(int group, int number) {
        long position = 0;
        int link = roots.get(group);
        while (link - 1 != number) {
            int node = link - 1;
            if (compare(number, node) < 0) {
                link = children.get(node << 1);
            } else {
                position += weights.get(node) + size(children.get(node << 1));
                link = children.get((node << 1) + RIGHT);
            }
        }
        return position + size(children.get(number << 1));
    }

    /** The weight of a row now. */
    public long weight(int number) {
        return weights.get(number);
    }

    /** The weight of a row when the tick began. */
    public long before(int number) {
        return changed.before(number, weights.get(number));
    }

    /** Adds a row's values to the builder's columns from the given one on; ending the row is left to the caller. */
    public void decode(int number, ChunkBuilder into, int firstColumn) {
        long place = places.get(number);
        codec.decode(packed.bytes(place), packed.offset(place), into, firstColumn);
    }

    /** Sets the weight of a row to 0, so that the end of the tick takes it out. */
    public void drop(int group, int number) {
        change(group, number, -weights.get(number));
    }

    /** Takes a row of a group out, whatever its weight. */
    public void remove(int group, int number) {
        long weight = weights.get(number);
        roots.set(group, without(roots.get(group), number, weight));
        int left = previous(number);
        int right = next(number);
        tie(left, right);
        release(number);
    }

    private int without(int link, int number, long weight) {
        int node = link - 1;
        if (node == number) {
            return merged(children.get(node << 1), children.get((node << 1) + RIGHT));
        }
        int side = (node << 1) + (compare(number, node) < 0 ? LEFT : RIGHT);
        children.set(side, without(children.get(side), number, weight));
        sizes.add(node, -weight);
        return link;
    }

    private void release(int number) {
        packed.free(places.get(number));
        weights.set(number, 0);
        sizes.set(number, 0);
        places.set(number, 0);
        next.set(number, 0);
        previous.set(number, 0);
        numbers.free(number);
    }

    /** How many rows have changed since the last {@link #settle}. */
    public int changedCount() {
        return changed.count();
    }

    /** The number of one of them, in the order of their first changes. */
    public int changedRow(int index) {
        return changed.number(index);
    }

    /**
     * Ends a tick: what is now is what the next tick finds. Rows whose weight is 0 must be removed before, and none of them
     * may be asked for afterwards.
     */
    public void settle() {
        changed.clear();
    }

    /** Forgets a group's rows. */
    public void clear(int group) {
        int number = first(group);
        while (number != NONE) {
            int after = next(number);
            release(number);
            number = after;
        }
        roots.set(group, 0);
    }

    /** Gives memory back when all groups in use are below the limit. */
    public void trim(int groupLimit) {
        roots.trim(groupLimit);
        children.trim(numbers.limit() << 1);
        next.trim(numbers.limit());
        previous.trim(numbers.limit());
        sizes.trim(numbers.limit());
        words.trim(numbers.limit());
        weights.trim(numbers.limit());
        places.trim(numbers.limit());
        if (packed.wantsCompaction()) {
            compact();
        }
    }

    private void compact() {
        PackedRows compacted = new PackedRows();
        for (int number = numbers.next(0); number != NONE; number = numbers.next(number + 1)) {
            places.set(number, compacted.move(packed, places.get(number)));
        }
        packed = compacted;
    }

    @Override
    public void archive(StateArchive archive) {
        for (IntValues links : List.of(roots, children, next, previous)) {
            links.archive(archive);
        }
        for (LongValues values : List.of(sizes, words, weights, places)) {
            values.archive(archive);
        }
        numbers.archive(archive);
        packed.archive(archive);
    }

    @Override
    public long rows() {
        return numbers.count();
    }

    @Override
    public long bytes() {
        long links = roots.bytes() + children.bytes() + next.bytes() + previous.bytes();
        long values = sizes.bytes() + words.bytes() + weights.bytes() + places.bytes();
        return links + values + numbers.bytes() + packed.bytes();
    }
}
