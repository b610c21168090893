package io.leat.executor.operator;

import io.leat.core.error.LeatException;

/** What becomes of a row that cannot be computed (overflow, division by zero, a bad cast). */
@FunctionalInterface
public interface ExpressionErrors {

    /** The policy that ends the query with the row's error. */
    ExpressionErrors FAIL = error -> {
        throw error;
    };

    /** Called once a failed row. Throws the error to end the query; returns (and counts) to leave the row out. */
    void failed(LeatException error);
}
