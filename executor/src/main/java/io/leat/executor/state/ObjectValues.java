package io.leat.executor.state;

import java.util.Arrays;

/** One object a number (of a key, row or group), null as long as none was set. */
public final class ObjectValues<T> implements State {
    private static final int SMALLEST = 16;

    private final long bytesPerObject;
    private Object[] values = new Object[SMALLEST];
    private long present;

    ObjectValues(long bytesPerObject) {
        this.bytesPerObject = bytesPerObject;
    }

    /** How to open it from a store; the size of an object is a guess. */
    public static <T> StateKind<ObjectValues<T>> kind(long bytesPerObject) {
        return new StateKind<>("objects", () -> new ObjectValues<>(bytesPerObject));
    }

    /** The object of a number, or null. */
    @SuppressWarnings("unchecked") // set puts nothing else in
    public T get(int number) {
        return number < values.length ? (T) values[number] : null;
    }

    /** Sets the object of a number; null takes it away. */
    public void set(int number, T value) {
        if (number >= values.length) {
            values = Arrays.copyOf(values, Math.max(number + 1, values.length * 2));
        }
        present += (value == null ? 0 : 1) - (values[number] == null ? 0 : 1);
        values[number] = value;
    }

    /** Gives memory back when all numbers in use are below the limit. */
    public void trim(int limit) {
        if (values.length > SMALLEST && limit < values.length / 4) {
            values = Arrays.copyOf(values, Math.max(SMALLEST, limit * 2));
        }
    }

    @Override
    public long rows() {
        return present;
    }

    @Override
    public long bytes() {
        return values.length * 4L + present * bytesPerObject;
    }
}
