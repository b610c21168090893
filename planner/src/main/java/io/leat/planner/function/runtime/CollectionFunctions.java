package io.leat.planner.function.runtime;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Functions of arrays, maps, and any number of values in a list. */
public final class CollectionFunctions {

    private CollectionFunctions() {}

    /** A map from a list of key, value, key, value, ... */
    public static Map<Object, Object> map(List<?> keysAndValues) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i + 1 < keysAndValues.size(); i += 2) {
            map.put(keysAndValues.get(i), keysAndValues.get(i + 1));
        }
        return map;
    }

    /** The only element; null if there is none. */
    public static Object element(List<?> array) {
        if (array.size() > 1) {
            throw LeatException.of(ErrorCode.CARDINALITY, "ELEMENT of an array with " + array.size() + " elements");
        }
        return array.isEmpty() ? null : array.get(0);
    }

    /** Whether the first value of a pair, an array, has the second in it. */
    public static boolean contains(List<?> array, List<?> value) {
        return array.stream().anyMatch(element -> same(element, value.get(0)));
    }

    private static boolean same(Object left, Object right) {
        return left instanceof BigDecimal a && right instanceof BigDecimal b
                ? a.compareTo(b) == 0
                : Objects.equals(left, right);
    }

    /** The elements that are not null as one text. */
    public static String join(List<?> array, String separator) {
        return array.stream().filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(separator));
    }

    /** The greatest; null if one is null. */
    public static Object greatest(List<?> values) {
        return best(values, 1);
    }

    /** The least; null if one is null. */
    public static Object least(List<?> values) {
        return best(values, -1);
    }

    private static Object best(List<?> values, int sign) {
        Object best = values.get(0);
        for (Object value : values) {
            if (value == null || best == null) {
                return null;
            }
            best = compare(value, best) * sign > 0 ? value : best;
        }
        return best;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }
}
