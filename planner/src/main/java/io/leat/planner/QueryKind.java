package io.leat.planner;

/** How a query is going to run. */
public enum QueryKind {
    /** Once, over one consistent snapshot: may be sorted and limited, and "now" is a constant. */
    SNAPSHOT,
    /** For ever, change by change: views, subscriptions, jobs. */
    CONTINUOUS
}
