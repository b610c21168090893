package io.leat.core.expression;

/**
 * The operations that have kernels of their own. Operands and results are NULL-strict unless said otherwise; errors
 * (overflow, division by zero) concern single rows.
 */
public enum Operation {
    /**
     * Arithmetic. Integer and approximate operands have the result's kind already (the planner casts). DECIMAL operands
     * may differ in precision and scale: the exact result is rounded half up to the result's scale; more digits than its
     * precision is an overflow. A time plus an interval (either order), a time minus an interval, and a time minus a
     * time giving an interval are made of these as well: milliseconds with milliseconds, and months by calendar.
     */
    PLUS,
    MINUS,
    TIMES,
    /** Integer division truncates towards zero. */
    DIVIDE,
    /** The sign of the dividend. */
    MODULO,
    NEGATE,

    /** Comparison of two values of one kind. Text compares by code point, CHAR without trailing blanks; NaN equals itself and is greatest. */
    EQUALS,
    NOT_EQUALS,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    /** Never NULL: NULL is a value like others. */
    IS_DISTINCT_FROM,
    IS_NOT_DISTINCT_FROM,

    /** Three-valued logic on two or more operands, left to right: a later operand is computed only for rows that earlier ones do not decide. */
    AND,
    OR,
    NOT,
    /** Never NULL. */
    IS_NULL,
    IS_NOT_NULL,
    IS_TRUE,
    IS_NOT_TRUE,
    IS_FALSE,
    IS_NOT_FALSE,

    /** Condition, value, condition, value, ..., default: a value is computed only for the rows that need it. All values have the result's type. */
    CASE,
    /** The first operand that is not NULL; later ones are computed only where needed. */
    COALESCE,
    /** Operand 0 equals one of the literals after it; NULL if not found and one of them is NULL. */
    IN,

    /** Text LIKE pattern [, escape]: linear time, no regular expression. */
    LIKE,
    /** Text joined to text, or binary to binary; two or more operands. */
    CONCAT,
    UPPER,
    LOWER,
    /** Characters (code points), not bytes. */
    CHARACTER_LENGTH,
    /** Text, start from 1 (may be 0 or negative, as SQL says), and perhaps length in characters. */
    SUBSTRING,
    /** A literal (BOTH, LEADING, TRAILING), the characters to remove, the text. */
    TRIM,
    /** Position from 1 of operand 0 in operand 1, 0 if it is not there. */
    POSITION,
    /** Text, a separator, and which part, counted from 0: the text between two separators; NULL if there is no such part. */
    SPLIT_INDEX,
    /** Text, what is searched for, and what every occurrence is replaced by, from the left; an empty text is found nowhere. */
    REPLACE,
    /**
     * Text, a literal regular expression in Java's syntax, and a literal group (0 for all of it): what the first match has
     * there; NULL if there is no match or no such group.
     */
    REGEXP_EXTRACT,

    /**
     * A TIMESTAMP, and a literal pattern that has only {@code yyyy MM dd HH mm ss SSS} and characters that are neither
     * letters nor {@code ' [ ] { } #}: the time as text.
     */
    FORMAT_TIME,
    /**
     * The time of the tick, TIMESTAMP_LTZ; no operands. It stands only for a table's computed column, which readers leave
     * at 1970: plans take the time from {@link io.leat.core.plan.ProcessingTime}.
     */
    PROCESSING_TIME,
    /** A literal that names the unit (YEAR, QUARTER, MONTH, WEEK, DOW, DOY, DAY, HOUR, MINUTE, SECOND, MILLISECOND, EPOCH, ...), and a time or interval; BIGINT. */
    EXTRACT,
    /** A literal that names the unit, and a time: rounded down to it. */
    FLOOR_TIME,
    /** A literal that names the unit, and a time: rounded up to it. */
    CEIL_TIME,

    ABS,
    /** Numeric, towards minus infinity. */
    FLOOR,
    /** Numeric, towards plus infinity. */
    CEIL,

    /** Element of an ARRAY by position from 1, or of a MAP by key; NULL where there is none. */
    ITEM,
    /** Field of a ROW; operand 1 is a literal INTEGER, counted from 0. */
    FIELD,
    /** Makes an ARRAY of its operands. */
    ARRAY,
    /** Makes a ROW of its operands. */
    ROW,
    /** How many elements an ARRAY or MAP has. */
    CARDINALITY
}
