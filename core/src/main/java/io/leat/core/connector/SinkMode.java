package io.leat.core.connector;

/** What kinds of change a sink takes. */
public enum SinkMode {
    /** The connector cannot be written. */
    NONE,
    /** New rows only; a query that updates is refused. */
    APPEND_ONLY,
    /** The latest row of each primary key, and deletions by key; within a tick each key changes once. */
    UPSERT,
    /** Every change with its sign. */
    CHANGELOG
}
