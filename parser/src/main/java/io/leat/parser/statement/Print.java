package io.leat.parser.statement;

/**
 * {@code PRINT table [LIMIT n]}: raw records as the connector sees them.
 *
 * @param limit how many records at most
 */
public record Print(ObjectName table, int limit) implements Statement {

    /** How many records are printed if LIMIT is not written. */
    public static final int LIMIT_DEFAULT = 10;
}
