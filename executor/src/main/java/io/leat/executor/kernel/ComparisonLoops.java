package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.batch.Validity;
import java.util.Arrays;

/** The loops of the comparisons: 1 where true, 0 where false. Greater is less with its operands exchanged. */
final class ComparisonLoops {

    private ComparisonLoops() {}

    static void equal(long[] a, long[] b, long[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = a[row] == b[row] ? 1 : 0;
        }
    }

    static void less(long[] a, long[] b, long[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = a[row] < b[row] ? 1 : 0;
        }
    }

    /** NaN equals itself. */
    static void equal(double[] a, double[] b, long[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            double x = a[row];
            double y = b[row];
            result[row] = x == y || (x != x && y != y) ? 1 : 0;
        }
    }

    /** NaN is greatest. */
    static void less(double[] a, double[] b, long[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            double x = a[row];
            double y = b[row];
            result[row] = x < y || (y != y && x == x) ? 1 : 0;
        }
    }

    static void equal(BytesColumn a, BytesColumn b, long[] result, Selection selection) {
        byte[] bytes = a.origin().bytes();
        byte[] others = b.origin().bytes();
        int[] offsets = a.origin().offsets();
        int[] otherOffsets = b.origin().offsets();
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            int from = offsets[a.originRow(row)];
            int to = offsets[a.originRow(row) + 1];
            int other = otherOffsets[b.originRow(row)];
            int otherTo = otherOffsets[b.originRow(row) + 1];
            boolean same = to - from == otherTo - other && Arrays.equals(bytes, from, to, others, other, otherTo);
            result[row] = same ? 1 : 0;
        }
    }

    /** UTF-8 read as unsigned bytes has the order of code points. */
    static void less(BytesColumn a, BytesColumn b, long[] result, Selection selection) {
        byte[] bytes = a.origin().bytes();
        byte[] others = b.origin().bytes();
        int[] offsets = a.origin().offsets();
        int[] otherOffsets = b.origin().offsets();
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            int there = a.originRow(row);
            int other = b.originRow(row);
            int order = Arrays.compareUnsigned(
                    bytes, offsets[there], offsets[there + 1], others, otherOffsets[other], otherOffsets[other + 1]);
            result[row] = order < 0 ? 1 : 0;
        }
    }

    static void equal(ObjectColumn a, ObjectColumn b, long[] result, Selection selection, long[] validity) {
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (Validity.isValid(validity, row)) {
                result[row] = ValueOrder.equal(a.values()[row], b.values()[row]) ? 1 : 0;
            }
        }
    }

    static void less(ObjectColumn a, ObjectColumn b, long[] result, Selection selection, long[] validity) {
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (Validity.isValid(validity, row)) {
                result[row] = ValueOrder.compare(a.values()[row], b.values()[row]) < 0 ? 1 : 0;
            }
        }
    }

    /** Turns 1 into 0 and 0 into 1. */
    static void negate(long[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] ^= 1;
        }
    }
}
