package io.leat.core.plan;

/** How rows of a partition are counted in their order. */
public enum RankFunction {
    /** 1, 2, 3: every row has a number of its own. */
    ROW_NUMBER,
    /** 1, 1, 3: rows that are equal in the order's columns have the number of the first of them. */
    RANK,
    /** 1, 1, 2: the same, without gaps. */
    DENSE_RANK
}
