package io.leat.executor.operator;

/** Counts rows that came too late. */
@FunctionalInterface
public interface LateCounter {

    /** Counts nothing. */
    LateCounter NONE = (table, rows) -> {};

    /** Some rows of a table were dropped because their window, or their session, was closed. */
    void dropped(String table, long rows);
}
