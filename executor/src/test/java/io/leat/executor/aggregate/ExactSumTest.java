package io.leat.executor.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {

    private static double sum(double... numbers) {
        ExactSum sum = new ExactSum();
        for (double number : numbers) {
            sum.add(number, 1);
        }
        return sum.rounded();
    }

    private static double random(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Double.MIN_VALUE * random.nextInt(100);
            case 1 -> (random.nextDouble() - 0.5) * Double.MAX_VALUE / 64;
            case 2 -> (random.nextDouble() - 0.5) * 0x1p-1000;
            default -> (random.nextDouble() - 0.5) * Math.pow(2, random.nextInt(120) - 60);
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheExactSumRoundedOnceInAnyOrder(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Double> terms = new ArrayList<>();
            List<Long> weights = new ArrayList<>();
            BigDecimal exact = BigDecimal.ZERO;
            for (int i = random.nextInt(30); i >= 0; i--) {
                double term = random(random);
                long weight = random.nextInt(3) == 0 ? random.nextInt(1_000) - 500 : 1;
                terms.add(term);
                weights.add(weight);
                exact = exact.add(new BigDecimal(term).multiply(BigDecimal.valueOf(weight)));
            }
            assertEquals(exact.doubleValue(), inOrder(terms, weights, random));
            assertEquals(exact.doubleValue(), inOrder(terms, weights, random));
        }
    }

    private static double inOrder(List<Double> terms, List<Long> weights, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        ExactSum sum = new ExactSum();
        order.forEach(i -> sum.add(terms.get(i), weights.get(i)));
        return sum.rounded();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void takingTermsBackLeavesNoTrace(long seed) {
        Random random = new Random(seed);
        ExactSum sum = new ExactSum();
        sum.add(0.1, 1);
        List<Double> terms = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            terms.add(random(random));
            sum.add(terms.get(i), 3);
        }
        Collections.shuffle(terms, random);
        terms.forEach(term -> sum.add(term, -3));
        assertTrue(sum.isExact());
        assertEquals(0.1, sum.rounded());
    }

    @Test
    void roundsTiesByWhatIsBelow() {
        assertEquals(1.0, sum(1, 0x1p-53));
        assertEquals(1 + 0x1p-52, sum(1, 0x1p-53, 0x1p-200));
        assertEquals(1.0, sum(1, 0x1p-53, -0x1p-200));
        assertEquals(0.0, sum(1e16, 1, -1e16, -1));
    }

    @Test
    void doesNotOverflowOnTheWay() {
        assertEquals(Double.MAX_VALUE, sum(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE));
        assertEquals(Double.POSITIVE_INFINITY, sum(Double.MAX_VALUE, Double.MAX_VALUE));
        assertEquals(1.0, sum(Double.MAX_VALUE, 1, -Double.MAX_VALUE));
    }

    @Test
    void honoursWeightsBeyondWhatADoubleHolds() {
        ExactSum sum = new ExactSum();
        sum.add(3, (1L << 60) + 1);
        sum.add(3, -(1L << 60));
        assertEquals(3.0, sum.rounded());
        sum.add(-1, Long.MIN_VALUE);
        assertEquals(0x1p63 + 3, sum.rounded());
    }

    @Test
    void countsSpecialValuesAside() {
        ExactSum sum = new ExactSum();
        sum.add(2.5, 1);
        sum.add(Double.POSITIVE_INFINITY, 1);
        assertEquals(Double.POSITIVE_INFINITY, sum.special());
        sum.add(Double.NEGATIVE_INFINITY, 1);
        assertTrue(Double.isNaN(sum.special()));
        sum.add(Double.POSITIVE_INFINITY, -1);
        assertEquals(Double.NEGATIVE_INFINITY, sum.special());
        sum.add(Double.NaN, 2);
        assertTrue(Double.isNaN(sum.special()));
        sum.add(Double.NaN, -2);
        sum.add(Double.NEGATIVE_INFINITY, -1);
        assertEquals(2.5, sum.rounded());
        assertTrue(!sum.isSpecial());
    }
}
