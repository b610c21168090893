package io.leat.shell.live;

import io.leat.core.type.Schema;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which a live table shows its rows: by their columns from left to right, times in the first column latest
 * first, so that what happens now is at the top. NULL comes last.
 */
final class RowOrder implements Comparator<List<Object>> {
    private final boolean latestFirst;

    RowOrder(Schema schema) {
        latestFirst = schema.size() > 0 && schema.type(0).kind().isTimestamp();
    }

    @Override
    public int compare(List<Object> left, List<Object> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = compareValues(left.get(i), right.get(i));
            if (order != 0) {
                return i == 0 && latestFirst ? -order : order;
            }
        }
        return 0;
    }

    @SuppressWarnings("unchecked")
    private static int compareValues(Object left, Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? 1 : -1;
        }
        boolean comparable = left instanceof Comparable && left.getClass() == right.getClass();
        return comparable
                ? ((Comparable<Object>) left).compareTo(right)
                : text(left).compareTo(text(right));
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? Arrays.toString(bytes) : value.toString();
    }

    /** In how many columns from the left two rows agree. */
    static int commonColumns(List<Object> left, List<Object> right) {
        int common = 0;
        while (common < left.size() && compareValues(left.get(common), right.get(common)) == 0) {
            common++;
        }
        return common;
    }
}
