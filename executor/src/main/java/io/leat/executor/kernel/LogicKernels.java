package io.leat.executor.kernel;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.Validity;
import io.leat.core.expression.Operation;
import java.util.List;

/** Three-valued logic and the tests that turn it into two values. */
final class LogicKernels {

    private LogicKernels() {}

    /** AND: the first operand that is FALSE decides a row, and later ones are not computed for it. */
    static Kernel and(List<Kernel> operands) {
        return new Junction(operands, false);
    }

    /** OR: the first operand that is TRUE decides a row, and later ones are not computed for it. */
    static Kernel or(List<Kernel> operands) {
        return new Junction(operands, true);
    }

    /** The selected rows for which a column of booleans is TRUE. */
    static Selection truths(Column booleans, Selection selection) {
        long[] values = ((LongColumn) booleans).values();
        long[] validity = booleans.validity();
        int[] rows = new int[selection.count()];
        int count = validity == null ? truths(values, selection, rows) : truths(values, validity, selection, rows);
        return count == selection.count() ? selection : new Selection(rows, count);
    }

    private static int truths(long[] values, Selection selection, int[] into) {
        int[] rows = selection.rows();
        int count = 0;
        for (int i = 0; i < into.length; i++) {
            int row = rows == null ? i : rows[i];
            into[count] = row;
            count += values[row] != 0 ? 1 : 0;
        }
        return count;
    }

    private static int truths(long[] values, long[] validity, Selection selection, int[] into) {
        int count = 0;
        for (int i = 0; i < into.length; i++) {
            int row = selection.row(i);
            into[count] = row;
            count += values[row] != 0 && Validity.isValid(validity, row) ? 1 : 0;
        }
        return count;
    }

    static Kernel not(Kernel operand) {
        return StrictKernels.longs(operand, LogicKernels::not);
    }

    private static void not(long[] a, long[] result, Selection selection, long[] validity) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = a[row] == 0 ? 1 : 0;
        }
    }

    /** IS NULL, or IS NOT NULL when {@code negated}. */
    static Kernel isNull(Kernel operand, boolean negated) {
        return (input, selection) -> {
            Column column = operand.evaluate(input, selection);
            long[] result = new long[input.size()];
            nullity(column.validity(), result, selection, negated ? 0 : 1);
            return new LongColumn(result, null, input.size());
        };
    }

    private static void nullity(long[] validity, long[] result, Selection selection, long ofNull) {
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            result[row] = Validity.isValid(validity, row) ? 1 - ofNull : ofNull;
        }
    }

    /** IS [NOT] TRUE and IS [NOT] FALSE. */
    static Kernel truth(Operation operation, Kernel operand) {
        boolean wanted = operation == Operation.IS_TRUE || operation == Operation.IS_NOT_TRUE;
        boolean negated = operation == Operation.IS_NOT_TRUE || operation == Operation.IS_NOT_FALSE;
        return (input, selection) -> {
            LongColumn column = (LongColumn) operand.evaluate(input, selection);
            if (column.validity() == null && wanted != negated) {
                return column;
            }
            long[] result = new long[input.size()];
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.row(i);
                boolean is = Validity.isValid(column.validity(), row) && (column.values()[row] != 0) == wanted;
                result[row] = is != negated ? 1 : 0;
            }
            return new LongColumn(result, null, input.size());
        };
    }

    /**
     * AND or OR.
     *
     * @param deciding the value of an operand that decides a row: FALSE for AND, TRUE for OR
     */
    private record Junction(List<Kernel> operands, boolean deciding) implements Kernel {

        @Override
        public Column evaluate(Chunk input, Selection selection) {
            long[] result = new long[input.size()];
            long[] validity = null;
            Selection open = selection;
            for (Kernel operand : operands) {
                if (open.isEmpty()) {
                    break;
                }
                LongColumn column = (LongColumn) operand.evaluate(input, open);
                if (validity == null && column.validity() == null) {
                    open = decide(column.values(), open, result);
                } else {
                    validity = validity == null ? Validity.allValid(input.size()) : validity;
                    open = decide(column, open, result, validity);
                }
            }
            if (!deciding) {
                setTrue(open, result);
            }
            boolean noneNull = validity == null || noneNull(open, validity);
            return new LongColumn(result, noneNull ? null : validity, input.size());
        }

        private static void setTrue(Selection open, long[] result) {
            int[] rows = open.rows();
            for (int i = 0; i < open.count(); i++) {
                result[rows == null ? i : rows[i]] = 1;
            }
        }

        /** The rows that an operand without NULLs does not decide. */
        private Selection decide(long[] values, Selection open, long[] result) {
            int[] rows = open.rows();
            int[] rest = new int[open.count()];
            int count = 0;
            for (int i = 0; i < rest.length; i++) {
                int row = rows == null ? i : rows[i];
                rest[count] = row;
                count += values[row] != 0 == deciding ? 0 : 1;
            }
            for (int i = 0; deciding && i < rest.length; i++) {
                int row = rows == null ? i : rows[i];
                result[row] = values[row];
            }
            return count == rest.length ? open : new Selection(rest, count);
        }

        /** The rows that the operand does not decide; those for which it is NULL are marked. */
        private Selection decide(LongColumn operand, Selection open, long[] result, long[] validity) {
            long[] values = operand.values();
            long[] valid = operand.validity();
            int[] rest = new int[open.count()];
            int count = 0;
            for (int i = 0; i < open.count(); i++) {
                int row = open.row(i);
                if (!Validity.isValid(valid, row)) {
                    Validity.clear(validity, row);
                    rest[count++] = row;
                } else if ((values[row] != 0) == deciding) {
                    result[row] = deciding ? 1 : 0;
                    Validity.set(validity, row);
                } else {
                    rest[count++] = row;
                }
            }
            return count == open.count() ? open : new Selection(rest, count);
        }

        private static boolean noneNull(Selection open, long[] validity) {
            for (int i = 0; i < open.count(); i++) {
                if (!Validity.isValid(validity, open.row(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
