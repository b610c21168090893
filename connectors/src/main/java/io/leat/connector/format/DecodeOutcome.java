package io.leat.connector.format;

/**
 * What became of a record.
 *
 * @param kind row, nothing, or bad
 * @param reason for BAD one factual line; else empty
 */
public record DecodeOutcome(Kind kind, String reason) {

    /** What became of a record. */
    public enum Kind {
        /** One value was appended to every column. */
        ROW,
        /** Nothing was appended, and nothing is wrong: a comment, an empty line, an error that is to be ignored. */
        SKIPPED,
        /** Nothing was appended: the record cannot be decoded. */
        BAD
    }

    /** A row. */
    public static final DecodeOutcome ROW = new DecodeOutcome(Kind.ROW, "");

    /** Nothing, rightly. */
    public static final DecodeOutcome SKIPPED = new DecodeOutcome(Kind.SKIPPED, "");

    /** A record that cannot be decoded, and why. */
    public static DecodeOutcome bad(String reason) {
        return new DecodeOutcome(Kind.BAD, reason);
    }

    /** Whether a row was appended. */
    public boolean isRow() {
        return kind == Kind.ROW;
    }

    /** Whether the record is to be reported as bad. */
    public boolean isBad() {
        return kind == Kind.BAD;
    }
}
