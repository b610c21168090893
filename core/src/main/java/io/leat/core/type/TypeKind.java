package io.leat.core.type;

/** The SQL types that Leat knows, each with the {@link Layout} in which a column of it lies in memory. */
public enum TypeKind {
    BOOLEAN(Layout.LONG),
    TINYINT(Layout.LONG),
    SMALLINT(Layout.LONG),
    INTEGER(Layout.LONG),
    BIGINT(Layout.LONG),
    REAL(Layout.DOUBLE),
    DOUBLE(Layout.DOUBLE),
    /** Up to 18 digits a scaled {@code long}, beyond that a {@code BigDecimal}: see {@link DataType#layout()}. */
    DECIMAL(Layout.LONG),
    CHAR(Layout.BYTES),
    VARCHAR(Layout.BYTES),
    BINARY(Layout.BYTES),
    VARBINARY(Layout.BYTES),
    /** Days since 1970-01-01. */
    DATE(Layout.LONG),
    /** Milliseconds since midnight. */
    TIME(Layout.LONG),
    /** Milliseconds since 1970-01-01 00:00:00, no zone. */
    TIMESTAMP(Layout.LONG),
    /** Milliseconds since 1970-01-01T00:00:00Z. */
    TIMESTAMP_LTZ(Layout.LONG),
    /** Months. */
    INTERVAL_MONTHS(Layout.LONG),
    /** Milliseconds. */
    INTERVAL_MILLIS(Layout.LONG),
    /** A {@code java.util.List} of the element type's Java values. */
    ARRAY(Layout.OBJECT),
    /** A {@code java.util.Map}, in the order of its entries. */
    MAP(Layout.OBJECT),
    /** A {@code java.util.List} of the fields' Java values. */
    ROW(Layout.OBJECT),
    /** The type of a bare NULL. */
    NULL(Layout.LONG);

    /** How a column lies in memory. */
    public enum Layout {
        LONG,
        DOUBLE,
        BYTES,
        OBJECT
    }

    final Layout layout;

    TypeKind(Layout layout) {
        this.layout = layout;
    }

    /** TINYINT, SMALLINT, INTEGER or BIGINT. */
    public boolean isInteger() {
        return this == TINYINT || this == SMALLINT || this == INTEGER || this == BIGINT;
    }

    /** REAL or DOUBLE. */
    public boolean isApproximate() {
        return this == REAL || this == DOUBLE;
    }

    /** Any number. */
    public boolean isNumeric() {
        return isInteger() || isApproximate() || this == DECIMAL;
    }

    /** CHAR or VARCHAR: UTF-8 bytes. */
    public boolean isText() {
        return this == CHAR || this == VARCHAR;
    }

    /** BINARY or VARBINARY. */
    public boolean isBinary() {
        return this == BINARY || this == VARBINARY;
    }

    /** TIMESTAMP with or without local time zone: both are milliseconds. */
    public boolean isTimestamp() {
        return this == TIMESTAMP || this == TIMESTAMP_LTZ;
    }
}
