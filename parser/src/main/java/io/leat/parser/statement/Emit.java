package io.leat.parser.statement;

/** When results leave a query. */
public enum Emit {
    /** Nothing was written: what is usual for the statement. */
    NONE,
    /** {@code EMIT CHANGES}: early results, corrected as rows arrive. */
    CHANGES,
    /** {@code EMIT FINAL}, {@code EMIT ON WINDOW CLOSE}: a row leaves when it cannot change any more. */
    FINAL
}
