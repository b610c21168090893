package io.leat.parser.statement;

/** The kinds of object that a statement can name. */
public enum ObjectKind {
    TABLE,
    VIEW,
    MATERIALIZED_VIEW,
    JOB,
    FUNCTION,
    INDEX;

    /** The kind as SQL writes it. */
    public String sql() {
        return name().replace('_', ' ');
    }
}
