package io.leat.executor.source;

/** What happens to a record that cannot be decoded and to a row that cannot be computed: {@code errors.policy}. */
public enum ErrorPolicy {
    /** The first one stops whoever reads. */
    FAIL,
    /** They are left out and counted. */
    SKIP,
    /** They are left out, counted, and kept in a table of their own. */
    DIVERT
}
