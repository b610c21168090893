package io.leat.executor.kernel;

import io.leat.core.error.LeatException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Compares Java values of one type, as {@link io.leat.core.batch.JavaValues} describes them: numbers by value, text by
 * code point, ARRAY and ROW element by element with NULL first.
 */
final class ValueOrder {

    private ValueOrder() {}

    static boolean equal(Object a, Object b) {
        if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right) {
            return left.size() == right.size()
                    && left.entrySet().stream()
                            .allMatch(e -> right.containsKey(e.getKey()) && equal(e.getValue(), right.get(e.getKey())));
        }
        return compare(a, b) == 0;
    }

    @SuppressWarnings("unchecked")
    static int compare(Object a, Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof BigDecimal left && b instanceof BigDecimal right) {
            return left.compareTo(right);
        }
        if (a instanceof List<?> left && b instanceof List<?> right) {
            return compareLists(left, right);
        }
        if (a instanceof byte[] left && b instanceof byte[] right) {
            return Arrays.compareUnsigned(left, right);
        }
        if (a instanceof String left && b instanceof String right) {
            return Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
        }
        if (a instanceof Comparable<?> left && a.getClass() == b.getClass()) {
            return ((Comparable<Object>) left).compareTo(b);
        }
        throw LeatException.unsupported("ordering values of this type", "Compare their members one by one.");
    }

    private static int compareLists(List<?> left, List<?> right) {
        Iterator<?> others = right.iterator();
        for (Object value : left) {
            if (!others.hasNext()) {
                return 1;
            }
            int order = compare(value, others.next());
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }
}
