package io.leat.core.plan;

/** What an aggregate computes from the values of a group; NULLs are left out. */
public enum AggregateFunction {
    /** Rows, or rows in which no argument is NULL. 0 for an empty group. */
    COUNT,
    /** Exact for every type (a DOUBLE sum is the exact sum, rounded once); NULL for an empty group; overflow of the type is an error. */
    SUM,
    /** As SUM, but 0 for an empty group. */
    SUM_OR_ZERO,
    /** The exact sum divided by the count, in the result's type: truncated for integers, rounded half up for DECIMAL. */
    AVG,
    MIN,
    MAX,
    /** The only value; more than one row is a cardinality error. NULLs count as rows. */
    SINGLE_VALUE
}
