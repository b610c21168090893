package io.leat.engine.run;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ZSet;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.executor.circuit.FailedRowsNode;
import io.leat.executor.source.ErrorPolicy;
import java.util.Arrays;
import java.util.Optional;

/**
 * What becomes of the rows that a view or job cannot compute.
 *
 * @param policy whether they stop it, are only counted, or are kept in the table beside it
 * @param rowsMax about how many are kept; of more the oldest go
 * @param said whether its definition says so
 */
public record ErrorHandling(ErrorPolicy policy, long rowsMax, boolean said) {
    /** How many failed rows of a view or job are kept if nothing else is said. */
    public static final long ROWS_MAX = 100_000;

    /** What becomes of them if nothing else is said. */
    public static final ErrorHandling DEFAULT = new ErrorHandling(ErrorPolicy.DIVERT, ROWS_MAX, false);

    /** They are of no interest: for queries. */
    static final ErrorHandling NONE = new ErrorHandling(ErrorPolicy.SKIP, 0, false);

    /** Whether they are kept in a table. */
    public boolean keeps() {
        return policy == ErrorPolicy.DIVERT;
    }

    /** Whether the table that they are kept in is listed with others. */
    public boolean isListed() {
        return keeps() && said;
    }

    /** The error of the first row among some that failed; empty if none of them does so now. */
    static Optional<LeatException> firstFailure(String kind, String name, ZSet failed) {
        for (Chunk chunk : failed.chunks()) {
            for (int row = 0; row < chunk.size(); row++) {
                if (chunk.weight(row) > 0) {
                    String message = text(chunk, 2, row) + ": " + text(chunk, 0, row) + " cannot be computed for row "
                            + text(chunk, 1, row) + " of " + kind + " \"" + name + "\"";
                    return Optional.of(LeatException.of(code(text(chunk, 3, row)), message)
                            .hint("With 'errors.policy' = 'divert' such rows are left out and kept in \"" + name
                                    + DivertedTables.ERRORS + "\"."));
                }
            }
        }
        return Optional.empty();
    }

    private static String text(Chunk chunk, int column, int row) {
        DataType type = FailedRowsNode.SCHEMA.type(column);
        return String.valueOf(JavaValues.get(type, chunk.column(column), row));
    }

    private static ErrorCode code(String sqlState) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.sqlState().equals(sqlState))
                .findFirst()
                .orElse(ErrorCode.DATA);
    }
}
