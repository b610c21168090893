package io.leat.executor.checkpoint;

import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Something with fields of all kinds. */
final class RandomPart implements Archivable {
    private final List<Object> fields = new ArrayList<>();

    /** With so many fields. */
    RandomPart(int size, Random random) {
        for (int i = 0; i < size; i++) {
            fields.add(field(random.nextInt(7), random));
        }
    }

    private static Object field(int kind, Random random) {
        int length = random.nextInt(4) == 0 ? random.nextInt(300) : random.nextInt(8);
        return switch (kind) {
            case 0 -> random.nextLong() >> random.nextInt(64);
            case 1 -> random.nextInt();
            case 2 -> random.nextBoolean();
            case 3 -> random.longs(length, 0, 3).toArray();
            case 4 -> random.ints(length).toArray();
            case 5 -> bytes(length, random);
            default -> strings(length, random);
        };
    }

    private static byte[] bytes(int length, Random random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[][] strings(int length, Random random) {
        byte[][] strings = new byte[length][];
        Arrays.setAll(strings, i -> random.nextInt(5) == 0 ? null : bytes(random.nextInt(20), random));
        return strings;
    }

    private RandomPart(List<Object> copied) {
        copied.forEach(field -> fields.add(copy(field)));
    }

    private static Object copy(Object field) {
        if (field instanceof long[] longs) {
            return longs.clone();
        }
        if (field instanceof int[] ints) {
            return ints.clone();
        }
        if (field instanceof byte[] bytes) {
            return bytes.clone();
        }
        return field instanceof byte[][] strings ? strings.clone() : field;
    }

    RandomPart copy() {
        return new RandomPart(fields);
    }

    /** One of the same shape, and empty. */
    RandomPart empty() {
        RandomPart empty = new RandomPart(List.of());
        fields.forEach(field -> empty.fields.add(emptied(field)));
        return empty;
    }

    private static Object emptied(Object field) {
        if (field instanceof Long) {
            return 0L;
        }
        if (field instanceof Integer) {
            return 0;
        }
        if (field instanceof Boolean) {
            return false;
        }
        return java.lang.reflect.Array.newInstance(field.getClass().getComponentType(), 0);
    }

    void addField(Object field) {
        fields.add(field);
    }

    void removeField() {
        fields.remove(fields.size() - 1);
    }

    /** Changes some of it, where it is or to another size. */
    void change(Random random) {
        int place = random.nextInt(fields.size());
        Object field = fields.get(place);
        if (field instanceof long[] longs && longs.length > 0 && random.nextBoolean()) {
            longs[random.nextInt(longs.length)]++;
        } else if (field instanceof byte[] bytes && bytes.length > 0 && random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)]++;
        } else {
            fields.set(place, field(kind(field), random));
        }
    }

    private static int kind(Object field) {
        List<Class<?>> kinds = List.of(
                Long.class, Integer.class, Boolean.class, long[].class, int[].class, byte[].class, byte[][].class);
        return kinds.indexOf(field.getClass());
    }

    @Override
    public void archive(StateArchive archive) {
        for (int i = 0; i < fields.size(); i++) {
            fields.set(i, passed(fields.get(i), archive));
        }
    }

    private static Object passed(Object field, StateArchive archive) {
        if (field instanceof Long number) {
            return archive.number((long) number);
        }
        if (field instanceof Integer number) {
            return archive.number((int) number);
        }
        if (field instanceof Boolean flag) {
            return archive.flag(flag);
        }
        if (field instanceof long[] longs) {
            return archive.longs(longs);
        }
        if (field instanceof int[] ints) {
            return archive.ints(ints);
        }
        if (field instanceof byte[] bytes) {
            return archive.bytes(bytes);
        }
        byte[][] strings = (byte[][]) field;
        return archive.strings(strings, strings.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RandomPart part && Arrays.deepEquals(fields.toArray(), part.fields.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(fields.toArray());
    }

    @Override
    public String toString() {
        return Arrays.deepToString(fields.toArray());
    }
}
