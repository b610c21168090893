package io.leat.executor.kernel;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Evaluates expressions over a chunk although some rows may fail, and says which ones did.
 *
 * <p>Kernels stop at the first row that they cannot compute. As long as no row fails, that costs nothing; when one
 * does, the selection is halved until the failing rows stand alone, and the others are computed once more. Whoever
 * follows the policy {@code skip} counts the failures and goes on with the rest; under {@code fail} the first failure's
 * error is thrown on.
 */
public final class FallibleEvaluation {

    private FallibleEvaluation() {}

    /**
     * The values of some expressions.
     *
     * @param columns one column an expression, in the positions of the input
     * @param selection the rows for which all expressions have a value
     * @param failures the other rows that were asked for, ascending
     */
    public record Values(List<Column> columns, Selection selection, List<RowFailure> failures) {

        /** The computed rows with their weights: failed rows and rows that were not asked for are left out. */
        public Chunk chunk(Chunk input) {
            return selection.of(input.withColumns(columns));
        }
    }

    /**
     * The rows that a condition lets pass.
     *
     * @param selection the rows for which it is TRUE
     * @param failures the rows for which it cannot be computed, ascending
     */
    public record Passed(Selection selection, List<RowFailure> failures) {}

    /** Evaluates expressions for the selected rows of a chunk. */
    public static Values evaluate(List<Kernel> kernels, Chunk input, Selection selection) {
        Attempt<List<Column>> attempt = attempt(input, selection, (chunk, rows) -> columns(kernels, chunk, rows));
        return new Values(attempt.result, attempt.selection, attempt.failures);
    }

    /** Evaluates a condition for the selected rows of a chunk. */
    public static Passed filter(Predicate predicate, Chunk input, Selection selection) {
        Attempt<Selection> attempt = attempt(input, selection, predicate::select);
        return new Passed(attempt.result, attempt.failures);
    }

    /** Which of some expressions is the first that has no value for a row; the last one if all have. */
    public static int firstFailing(List<Kernel> kernels, Chunk input, int row) {
        Chunk one = input.gather(new int[] {row}, 1);
        for (int i = 0; i < kernels.size() - 1; i++) {
            try {
                kernels.get(i).evaluate(one, Selection.all(one));
            } catch (LeatException error) {
                requireRowError(error);
                return i;
            }
        }
        return kernels.size() - 1;
    }

    private record Attempt<R>(R result, Selection selection, List<RowFailure> failures) {}

    private static List<Column> columns(List<Kernel> kernels, Chunk input, Selection selection) {
        List<Column> columns = new ArrayList<>(kernels.size());
        for (Kernel kernel : kernels) {
            columns.add(kernel.evaluate(input, selection));
        }
        return columns;
    }

    private static <R> Attempt<R> attempt(Chunk input, Selection selection, BiFunction<Chunk, Selection, R> step) {
        try {
            return new Attempt<>(step.apply(input, selection), selection, List.of());
        } catch (LeatException error) {
            requireRowError(error);
            List<RowFailure> failures = new ArrayList<>();
            int[] rows = Arrays.copyOf(selection.toRows(), selection.count());
            bisect(input.gather(rows, rows.length), rows, error, step, failures);
            Selection rest = without(selection, failures);
            return new Attempt<>(step.apply(input, rest), rest, failures);
        }
    }

    /** A chunk of the given rows failed: finds out which of them did. Chunks shrink, so that the work does as well. */
    private static <R> void bisect(
            Chunk failed,
            int[] rows,
            LeatException error,
            BiFunction<Chunk, Selection, R> step,
            List<RowFailure> into) {
        if (rows.length == 1) {
            into.add(new RowFailure(rows[0], error));
            return;
        }
        int half = rows.length / 2;
        bisectPart(failed, rows, 0, half, step, into);
        bisectPart(failed, rows, half, rows.length, step, into);
    }

    private static <R> void bisectPart(
            Chunk failed, int[] rows, int from, int to, BiFunction<Chunk, Selection, R> step, List<RowFailure> into) {
        int[] places = new int[to - from];
        for (int i = 0; i < places.length; i++) {
            places[i] = from + i;
        }
        Chunk part = failed.gather(places, places.length);
        try {
            step.apply(part, Selection.all(part));
        } catch (LeatException error) {
            requireRowError(error);
            bisect(part, Arrays.copyOfRange(rows, from, to), error, step, into);
        }
    }

    private static Selection without(Selection selection, List<RowFailure> failures) {
        int[] rows = failures.stream().mapToInt(RowFailure::row).toArray();
        return selection.without(new Selection(rows, rows.length));
    }

    /** A defect of ours or something that we do not support is not the row's fault: leaving the row out would hide it. */
    private static void requireRowError(LeatException error) {
        if (error.code() == ErrorCode.INTERNAL || error.code() == ErrorCode.UNSUPPORTED) {
            throw error;
        }
    }
}
