package io.leat.executor.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What something remembered at a moment, in memory: a stand-in for a checkpoint. Every field is copied, and when it is read
 * back the fields must come in the same order, of the same kinds, and none too few or too many.
 */
public final class MemoryArchive {
    private final List<Object> fields = new ArrayList<>();

    /** An array's numbers, of which there were more, all of no account. */
    private record Values(Object used, int length) {}

    private MemoryArchive() {}

    /** What something remembers now. */
    public static MemoryArchive of(Archivable parts) {
        MemoryArchive archive = new MemoryArchive();
        parts.archive(archive.new Writing());
        return archive;
    }

    /** Lets something that is new remember what was written. */
    public void restore(Archivable into) {
        Reading reading = new Reading();
        into.archive(reading);
        if (reading.next != fields.size()) {
            throw new AssertionError(fields.size() - reading.next + " fields were written that nobody reads");
        }
    }

    /** Whether another archive holds the same, whatever the lengths of arrays beyond what counts. */
    public boolean isSame(MemoryArchive other) {
        return Arrays.deepEquals(values(), other.values());
    }

    private Object[] values() {
        return fields.stream()
                .map(field -> field instanceof Values values ? values.used : field)
                .toArray();
    }

    private final class Writing implements StateArchive {

        @Override
        public boolean isRestoring() {
            return false;
        }

        @Override
        public long number(long value) {
            fields.add(value);
            return value;
        }

        @Override
        public long[] longs(long[] values, int used) {
            fields.add(new Values(Arrays.copyOf(values, used), values.length));
            return values;
        }

        @Override
        public int[] ints(int[] values, int used) {
            fields.add(new Values(Arrays.copyOf(values, used), values.length));
            return values;
        }

        @Override
        public byte[] bytes(byte[] values, int used) {
            fields.add(new Values(Arrays.copyOf(values, used), values.length));
            return values;
        }

        @Override
        public byte[][] strings(byte[][] values, int used) {
            byte[][] copy = new byte[used][];
            for (int i = 0; i < used; i++) {
                copy[i] = values[i] == null ? null : values[i].clone();
            }
            fields.add(new Values(copy, values.length));
            return values;
        }
    }

    private final class Reading implements StateArchive {
        private int next;

        private <T> T take(Class<T> kind) {
            if (next == fields.size()) {
                throw new AssertionError(
                        "a " + kind.getSimpleName() + " is read after the last of " + next + " fields");
            }
            Object field = fields.get(next++);
            if (!kind.isInstance(field)) {
                throw new AssertionError("field " + next + " is read as " + kind.getSimpleName() + " but is " + field);
            }
            return kind.cast(field);
        }

        private <T> T takeUsed(Class<T> kind, Values values) {
            if (!kind.isInstance(values.used)) {
                throw new AssertionError("field " + next + " is not " + kind.getSimpleName());
            }
            return kind.cast(values.used);
        }

        @Override
        public boolean isRestoring() {
            return true;
        }

        @Override
        public long number(long value) {
            return take(Long.class);
        }

        @Override
        public long[] longs(long[] values, int used) {
            Values taken = take(Values.class);
            return Arrays.copyOf(takeUsed(long[].class, taken), taken.length);
        }

        @Override
        public int[] ints(int[] values, int used) {
            Values taken = take(Values.class);
            return Arrays.copyOf(takeUsed(int[].class, taken), taken.length);
        }

        @Override
        public byte[] bytes(byte[] values, int used) {
            Values taken = take(Values.class);
            return Arrays.copyOf(takeUsed(byte[].class, taken), taken.length);
        }

        @Override
        public byte[][] strings(byte[][] values, int used) {
            Values taken = take(Values.class);
            byte[][] stored = takeUsed(byte[][].class, taken);
            byte[][] copy = new byte[taken.length][];
            for (int i = 0; i < stored.length; i++) {
                copy[i] = stored[i] == null ? null : stored[i].clone();
            }
            return copy;
        }
    }
}
