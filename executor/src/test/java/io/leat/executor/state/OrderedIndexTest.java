package io.leat.executor.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedIndexTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    @SuppressWarnings({"unchecked", "rawtypes"})
    void agreesWithTreeMapsOfNumbers(long seed) {
        Random random = new Random(seed);
        OrderedIndex index = new OrderedIndex();
        TreeMap<Long, Long>[] reference = new TreeMap[5];
        Arrays.setAll(reference, i -> new TreeMap<>());
        int range = 10 << random.nextInt(8);
        for (int i = 0; i < 20_000; i++) {
            int group = random.nextInt(reference.length);
            long value = random.nextInt(range) - range / 2;
            long weight = random.nextInt(5) - 2;
            if (weight != 0) {
                index.add(group, value, weight);
                reference[group].merge(value, weight, (a, b) -> a + b == 0 ? null : a + b);
            }
            if (random.nextInt(5_000) == 0) {
                index.clear(group);
                reference[group].clear();
            }
            check(index, group, reference[group], random.nextInt(range) - range / 2);
        }
        assertEquals(Arrays.stream(reference).mapToLong(TreeMap::size).sum(), index.rows());
    }

    private static void check(OrderedIndex index, int group, TreeMap<Long, Long> reference, long probe) {
        assertEquals(reference.isEmpty() ? null : reference.firstKey(), value(index, index.first(group)));
        assertEquals(reference.isEmpty() ? null : reference.lastKey(), value(index, index.last(group)));
        assertEquals(reference.floorKey(probe), value(index, index.floor(group, probe)));
        assertEquals(reference.ceilingKey(probe), value(index, index.ceiling(group, probe)));
        if (!reference.isEmpty()) {
            assertEquals(reference.firstEntry().getValue(), index.weight(index.first(group)));
        }
    }

    private static Long value(OrderedIndex index, int number) {
        return number == OrderedIndex.NONE ? null : index.value(number);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void agreesWithATreeMapOfStrings(long seed) {
        Random random = new Random(seed);
        OrderedIndex index = new OrderedIndex();
        TreeMap<byte[], Long> reference = new TreeMap<>(Arrays::compareUnsigned);
        for (int i = 0; i < 10_000; i++) {
            byte[] value = new byte[random.nextInt(12)];
            for (int j = 0; j < value.length; j++) {
                value[j] = (byte) (random.nextInt(2) * 255);
            }
            long weight = random.nextBoolean() ? 1 : -1;
            index.add(0, value, weight);
            reference.merge(value, weight, (a, b) -> a + b == 0 ? null : a + b);
            if (!reference.isEmpty()) {
                assertArrayEquals(reference.firstKey(), index.bytes(index.first(0)));
                assertArrayEquals(reference.lastKey(), index.bytes(index.last(0)));
            }
        }
        assertEquals(reference.size(), index.rows());
    }

    @Test
    void staysFastWhenValuesComeInOrderAndGoFromTheTop() {
        OrderedIndex index = new OrderedIndex();
        long empty = index.bytes();
        int count = 300_000;
        for (int i = 0; i < count; i++) {
            index.add(0, i, 1);
        }
        for (int i = count - 1; i >= 0; i--) {
            assertEquals(i, index.value(index.last(0)));
            index.add(0, i, -1);
        }
        index.trim(1);
        assertEquals(0, index.rows());
        assertTrue(index.bytes() < empty + 10_000, "still takes " + index.bytes());
    }

    @Test
    void encodingsKeepTheOrder() {
        double[] doubles = {
            Double.NEGATIVE_INFINITY,
            -1e300,
            -1,
            -Double.MIN_VALUE,
            0,
            Double.MIN_VALUE,
            1,
            1e300,
            Double.POSITIVE_INFINITY,
            Double.NaN
        };
        for (int i = 0; i < doubles.length; i++) {
            assertEquals(doubles[i], OrderedEncoding.toDouble(OrderedEncoding.ofDouble(doubles[i])));
            assertTrue(i == 0 || OrderedEncoding.ofDouble(doubles[i - 1]) < OrderedEncoding.ofDouble(doubles[i]));
        }
        String[] decimals = {"-99999999999999999999.5", "-1.5", "-0.1", "0.0", "0.1", "2.5", "99999999999999999999.5"};
        for (int i = 0; i < decimals.length; i++) {
            byte[] encoded = OrderedEncoding.ofDecimal(new BigDecimal(decimals[i]));
            assertEquals(new BigDecimal(decimals[i]), OrderedEncoding.toDecimal(encoded, 1));
            assertTrue(i == 0
                    || Arrays.compareUnsigned(OrderedEncoding.ofDecimal(new BigDecimal(decimals[i - 1])), encoded) < 0);
        }
    }
}
