package io.leat.executor.operator;

import io.leat.core.error.LeatException;

/** What becomes of a row that cannot be computed (overflow, division by zero, a bad cast). */
@FunctionalInterface
public interface ExpressionErrors {

    /** The policy that ends the query with the row's error. */
    ExpressionErrors FAIL = (error, row) -> {
        if (row.isNew()) {
            throw error;
        }
    };

    /**
     * Called for each failed row that comes or goes; after a tick the weights of all calls so far add up to the rows that
     * fail now. Throws the error to end the query; returns to leave the row out.
     */
    void failed(LeatException error, FailedRow row);
}
