package io.leat.core.plan;

/** What {@link Over} computes for a row from the rows around it. */
public enum OverFunction {
    /** 1, 2, 3 in the order of the partition. */
    ROW_NUMBER,
    /** The number of the first of the rows that are equal in the order's columns. */
    RANK,
    /** How many different values of the order's columns there are up to this row. */
    DENSE_RANK,
    /** The first value of the frame, which is one row; if the partition has no such row, the second argument or NULL. */
    SHIFTED,
    /** The argument in the frame's first row; NULL if the frame is empty. */
    FIRST_VALUE,
    /** The argument in the frame's last row; NULL if the frame is empty. */
    LAST_VALUE,
    /** Rows of the frame, or those in which the argument is not NULL. */
    COUNT,
    /** NULL over no values. */
    SUM,
    /** As SUM, but 0 over no values. */
    SUM_OR_ZERO,
    /** As {@link AggregateFunction#AVG}. */
    AVG,
    MIN,
    MAX;

    /** Whether it counts rows from the partition's beginning, whatever the frame. */
    public boolean isRanking() {
        return this == ROW_NUMBER || this == RANK || this == DENSE_RANK;
    }
}
