package io.leat.core.plan;

/** How the content of a relation changes. */
public enum ChangeMode {
    /** Rows are only added. */
    APPEND_ONLY,
    /** Rows are also taken back or replaced. */
    UPDATING
}
