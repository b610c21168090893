package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import io.leat.core.type.DataType;
import java.sql.SQLException;

/**
 * Where a value comes from, for messages and for how it is written as text.
 *
 * @param name what messages call it: {@code column "price" of type INT}
 * @param type its SQL type
 */
record Origin(String name, DataType type) {

    /** A value that cannot be had as what was asked for. */
    SQLException cannotBe(String target) {
        return SqlErrors.of(
                SqlErrors.NOT_CONVERTIBLE,
                ErrorCode.TYPE_MISMATCH,
                name + " cannot be read as " + target,
                "getObject and getString work for every type.");
    }

    /** A text that does not say what was asked for. */
    SQLException isNo(Object value, String target) {
        return SqlErrors.of(ErrorCode.INVALID_CAST, "'" + value + "' in " + name + " is no " + target, "");
    }

    /** A number too large for what was asked for. */
    SQLException outOfRange(Object value, String target) {
        return SqlErrors.of(ErrorCode.NUMERIC_OUT_OF_RANGE, value + " in " + name + " does not fit " + target, "");
    }
}
