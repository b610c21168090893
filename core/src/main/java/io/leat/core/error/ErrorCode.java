package io.leat.core.error;

/**
 * The kinds of failure, each with the SQLSTATE that clients see and the party that can do something about it.
 *
 * <p>SQLSTATEs follow the SQL standard and, where it has none, PostgreSQL's appendix A.
 */
public enum ErrorCode {
    SYNTAX("42601", Party.USER),
    UNKNOWN_TABLE("42P01", Party.USER),
    UNKNOWN_COLUMN("42703", Party.USER),
    UNKNOWN_FUNCTION("42883", Party.USER),
    UNKNOWN_OBJECT("42704", Party.USER),
    AMBIGUOUS_COLUMN("42702", Party.USER),
    DUPLICATE_OBJECT("42P07", Party.USER),
    DUPLICATE_COLUMN("42701", Party.USER),
    WRONG_OBJECT_KIND("42809", Party.USER),
    TYPE_MISMATCH("42804", Party.USER),
    GROUPING("42803", Party.USER),
    INVALID_DEFINITION("42P16", Party.USER),
    INVALID_OPTION("22023", Party.USER),
    INVALID_PARAMETER("07001", Party.USER),
    UNSUPPORTED("0A000", Party.USER),
    DEPENDENT_OBJECTS("2BP01", Party.USER),
    NOT_ALLOWED("42501", Party.USER),
    CARDINALITY("21000", Party.USER),
    DATA("22000", Party.USER),
    NUMERIC_OUT_OF_RANGE("22003", Party.USER),
    INVALID_DATETIME("22007", Party.USER),
    DIVISION_BY_ZERO("22012", Party.USER),
    INVALID_CAST("22018", Party.USER),
    BAD_RECORD("22P04", Party.USER),
    NOT_NULL("23502", Party.USER),
    TOO_COMPLEX("54001", Party.RESOURCES),
    LIMIT_EXCEEDED("54000", Party.RESOURCES),
    CANCELED("57014", Party.USER),
    TIMEOUT("HYT00", Party.RESOURCES),
    CLOSED("08003", Party.USER),
    CONNECTION("08001", Party.EXTERNAL),
    INPUT_OUTPUT("58030", Party.EXTERNAL),
    FILE_NOT_FOUND("58P01", Party.EXTERNAL),
    DATABASE_IN_USE("55006", Party.USER),
    FOREIGN_FORMAT("58000", Party.EXTERNAL),
    INTERNAL("XX000", Party.INTERNAL),
    DISK_FULL("53100", Party.RESOURCES),
    DATA_CORRUPTED("XX001", Party.EXTERNAL),
    OUT_OF_MEMORY("53200", Party.RESOURCES);

    /** Who can do something about a failure: the author of the statement, whoever sizes the machine, the world outside, us. */
    public enum Party {
        USER,
        RESOURCES,
        EXTERNAL,
        INTERNAL
    }

    private final String sqlState;
    private final Party party;

    ErrorCode(String sqlState, Party party) {
        this.sqlState = sqlState;
        this.party = party;
    }

    /** The five characters of the SQLSTATE. */
    public String sqlState() {
        return sqlState;
    }

    /** Who can do something about it. */
    public Party party() {
        return party;
    }

    /** A number that JDBC shows as the vendor code: 1000 and up, stable because new codes are added at the end. */
    public int vendorCode() {
        return 1000 + ordinal();
    }
}
