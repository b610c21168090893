package io.leat.executor.oracle;

import io.leat.core.plan.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An order with a range, over all rows written out one by one. */
public final class NaiveSort {

    private NaiveSort() {}

    /** The rows of the range, in order; a row of weight n stands there n times. */
    public static List<List<Object>> ordered(Sort plan, Bag input) {
        List<List<Object>> rows = new ArrayList<>();
        input.rows().forEach((row, weight) -> {
            for (long i = 0; i < weight; i++) {
                rows.add(row);
            }
        });
        rows.sort(comparator(plan.keys()));
        long from = Math.min(plan.offset(), rows.size());
        long to = plan.fetch() < 0 ? rows.size() : Math.min(from + plan.fetch(), rows.size());
        return List.copyOf(rows.subList((int) from, (int) to));
    }

    /** The order of rows by some keys. */
    static Comparator<List<Object>> comparator(List<Sort.Key> keys) {
        return (left, right) -> {
            for (Sort.Key key : keys) {
                int order = compare(key, left.get(key.column()), right.get(key.column()));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private static int compare(Sort.Key key, Object left, Object right) {
        if (left == null || right == null) {
            int nullsFirst = Boolean.compare(right == null, left == null);
            return key.nullsFirst() ? nullsFirst : -nullsFirst;
        }
        int order = NaiveValues.compare(left, right);
        return key.descending() ? -order : order;
    }
}
