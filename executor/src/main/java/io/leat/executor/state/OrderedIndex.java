package io.leat.executor.state;

/**
 * The values of each group in order, with weights: what MIN and MAX need when values are taken back.
 *
 * <p>A value is a {@code long}, or a byte string in unsigned order ({@link OrderedEncoding} makes one or the other of a SQL
 * value). Each group has a treap of its own: a binary search tree whose shape is that of random insertion, because the
 * priority of a node is a hash of its number. All nodes lie in the same arrays, so that a value costs about 25 bytes and
 * no object. A value whose weight becomes 0 is gone; weights below 0 are kept until they are made up for. Values have
 * numbers, which are valid until the next change.
 */
public final class OrderedIndex implements State {
    /** No value. */
    public static final int NONE = -1;

    private static final int LEFT = 0;
    private static final int RIGHT = 1;

    // A link holds a number plus 1, 0 for none. A place of links is 2 * number + side, or below 0 the root of a group.
    private final IntValues roots = new IntValues();
    private final IntValues links = new IntValues();
    private final LongValues words = new LongValues();
    private final LongValues weights = new LongValues();
    private final BytesValues strings = new BytesValues();
    private final EntryNumbers numbers = new EntryNumbers();

    /** How to open it from a store. */
    public static StateKind<OrderedIndex> kind() {
        return new StateKind<>("ordered index", OrderedIndex::new);
    }

    /** Adds to the weight of a value of a group. */
    public void add(int group, long value, long weight) {
        add(group, value, null, weight);
    }

    /** Adds to the weight of a value of a group, all of whose values are byte strings. */
    public void add(int group, byte[] value, long weight) {
        add(group, prefix(value), value, weight);
    }

    /** The first 8 bytes as a number in the same order. */
    private static long prefix(byte[] value) {
        long word = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            word = word << 8 | (i < value.length ? value[i] & 0xFF : 0);
        }
        return word ^ Long.MIN_VALUE;
    }

    private void add(int group, long word, byte[] string, long weight) {
        int place = -1 - group;
        for (int link = linkAt(place); link != 0; link = linkAt(place)) {
            int order = compare(word, string, link - 1);
            if (order == 0) {
                change(place, link - 1, weight);
                return;
            }
            place = (link - 1 << 1) + (order < 0 ? LEFT : RIGHT);
        }
        insert(group, word, string, weight);
    }

    private void change(int place, int number, long weight) {
        if (weights.add(number, weight) == 0) {
            merge(place, linkAt(number << 1), linkAt((number << 1) + RIGHT));
            release(number);
        }
    }

    private void insert(int group, long word, byte[] string, long weight) {
        int number = numbers.take();
        words.set(number, word);
        weights.set(number, weight);
        if (string != null) {
            strings.set(number, string, 0, string.length);
        }
        int place = -1 - group;
        int link = linkAt(place);
        while (link != 0 && priority(link - 1) >= priority(number)) {
            place = (link - 1 << 1) + (compare(word, string, link - 1) < 0 ? LEFT : RIGHT);
            link = linkAt(place);
        }
        setLink(place, number + 1);
        split(number, string, link);
    }

    /** Hangs the tree under a link below a new node: what is less to its left, the rest to its right. */
    private void split(int number, byte[] string, int tree) {
        int less = number << 1;
        int greater = less + RIGHT;
        int link = tree;
        while (link != 0) {
            if (compare(words.get(number), string, link - 1) > 0) {
                setLink(less, link);
                less = (link - 1 << 1) + RIGHT;
                link = linkAt(less);
            } else {
                setLink(greater, link);
                greater = link - 1 << 1;
                link = linkAt(greater);
            }
        }
        setLink(less, 0);
        setLink(greater, 0);
    }

    /** Puts two trees, all of the first before all of the second, together at a place. */
    private void merge(int at, int first, int second) {
        int place = at;
        int left = first;
        int right = second;
        while (left != 0 && right != 0) {
            if (priority(left - 1) >= priority(right - 1)) {
                setLink(place, left);
                place = (left - 1 << 1) + RIGHT;
                left = linkAt(place);
            } else {
                setLink(place, right);
                place = right - 1 << 1;
                right = linkAt(place);
            }
        }
        setLink(place, left != 0 ? left : right);
    }

    private static int priority(int number) {
        long hash = (number + 1) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L;
        return (int) (hash >>> 32);
    }

    private int compare(long word, byte[] string, int number) {
        int order = Long.compare(word, words.get(number));
        return order != 0 || string == null ? order : -strings.compare(number, string, 0, string.length);
    }

    private int linkAt(int place) {
        return place < 0 ? roots.get(-1 - place) : links.get(place);
    }

    private void setLink(int place, int link) {
        if (place < 0) {
            roots.set(-1 - place, link);
        } else {
            links.set(place, link);
        }
    }

    private void release(int number) {
        weights.set(number, 0);
        links.set(number << 1, 0);
        links.set((number << 1) + RIGHT, 0);
        strings.clear(number);
        numbers.free(number);
    }

    /** Forgets a group's values. */
    public void clear(int group) {
        releaseTree(roots.get(group));
        roots.set(group, 0);
    }

    private void releaseTree(int link) {
        if (link != 0) {
            releaseTree(links.get(link - 1 << 1));
            releaseTree(links.get((link - 1 << 1) + RIGHT));
            release(link - 1);
        }
    }

    /** Gives memory back when all groups in use are below the limit. */
    public void trim(int groupLimit) {
        roots.trim(groupLimit);
        links.trim(numbers.limit() << 1);
        words.trim(numbers.limit());
        weights.trim(numbers.limit());
        strings.trim(numbers.limit());
    }

    /** A group's least value, or {@link #NONE}. */
    public int first(int group) {
        return outermost(group, LEFT);
    }

    /** A group's greatest value, or {@link #NONE}. */
    public int last(int group) {
        return outermost(group, RIGHT);
    }

    private int outermost(int group, int side) {
        int found = 0;
        for (int link = roots.get(group); link != 0; link = links.get((link - 1 << 1) + side)) {
            found = link;
        }
        return found - 1;
    }

    /** A group's greatest value that is not above the given one, or {@link #NONE}. */
    public int floor(int group, long value) {
        int found = 0;
        int link = roots.get(group);
        while (link != 0) {
            boolean candidate = words.get(link - 1) <= value;
            found = candidate ? link : found;
            link = links.get((link - 1 << 1) + (candidate ? RIGHT : LEFT));
        }
        return found - 1;
    }

    /** A group's least value that is not below the given one, or {@link #NONE}. */
    public int ceiling(int group, long value) {
        int found = 0;
        int link = roots.get(group);
        while (link != 0) {
            boolean candidate = words.get(link - 1) >= value;
            found = candidate ? link : found;
            link = links.get((link - 1 << 1) + (candidate ? LEFT : RIGHT));
        }
        return found - 1;
    }

    /** The value of that number, if values are numbers. */
    public long value(int number) {
        return words.get(number);
    }

    /** The value of that number, if values are byte strings. */
    public byte[] bytes(int number) {
        return strings.get(number);
    }

    /** How often its group has the value of that number. */
    public long weight(int number) {
        return weights.get(number);
    }

    @Override
    public void archive(StateArchive archive) {
        roots.archive(archive);
        links.archive(archive);
        words.archive(archive);
        weights.archive(archive);
        strings.archive(archive);
        numbers.archive(archive);
    }

    @Override
    public long rows() {
        return numbers.count();
    }

    @Override
    public long bytes() {
        return roots.bytes() + links.bytes() + words.bytes() + weights.bytes() + strings.bytes() + numbers.bytes();
    }
}
