package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.util.function.Supplier;

/**
 * Makes an {@link SQLException} of every failure. The message is the one line, with detail and hint on lines of their
 * own; the cause is the {@link LeatException}, which also knows the place in the text; the vendor code is the SQLSTATE
 * read as a number with 36 digits, so that it never changes.
 */
final class SqlErrors {
    static final String CURSOR_STATE = "24000";
    static final String SEQUENCE = "HY010";
    static final String INVALID_INDEX = "07009";
    static final String NOT_CONVERTIBLE = "07006";
    static final String NOT_A_QUERY = "07005";
    static final String TRANSACTION_STATE = "25000";
    private static final int STATE_DIGITS = 36;

    private SqlErrors() {}

    /** Runs work on the engine; what it throws becomes an SQLException. */
    static <T> T call(Supplier<T> work) throws SQLException {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw of(e);
        }
    }

    /** Runs work on the engine; what it throws becomes an SQLException. */
    static void run(Runnable work) throws SQLException {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw of(e);
        }
    }

    /** A failure of the engine. */
    static SQLException of(RuntimeException failure) {
        LeatException error = failure instanceof LeatException leat
                ? leat
                : LeatException.internal("while running a statement", failure);
        return create(error.sqlState(), error);
    }

    /** A failure of the driver with the SQLSTATE of its code; the hint may be empty. */
    static SQLException of(ErrorCode code, String message, String hint) {
        return of(code.sqlState(), code, message, hint);
    }

    /** A failure of the driver with an SQLSTATE of JDBC's own; the hint may be empty. */
    static SQLException of(String state, ErrorCode code, String message, String hint) {
        LeatException error = LeatException.of(code, message);
        return create(state, hint.isEmpty() ? error : error.hint(hint));
    }

    /** A method that JDBC has and Leat has no meaning for. */
    static SQLException unsupported(String method) {
        return unsupported(method, "");
    }

    /** A method, or a value for it, that Leat has no meaning for. */
    static SQLException unsupported(String method, String hint) {
        return of(ErrorCode.UNSUPPORTED, method + " is not supported", hint);
    }

    /** A statement or result set that was used after it was closed. */
    static SQLException closed(String state, String what) {
        return of(state, ErrorCode.CLOSED, "the " + what + " is closed", "");
    }

    private static SQLException create(String state, LeatException error) {
        String message = message(error);
        int vendor = vendorCode(state);
        if (state.equals(ErrorCode.TIMEOUT.sqlState())) {
            return new SQLTimeoutException(message, state, vendor, error);
        }
        return switch (state.substring(0, 2)) {
            case "42" -> new SQLSyntaxErrorException(message, state, vendor, error);
            case "22" -> new SQLDataException(message, state, vendor, error);
            case "0A" -> new SQLFeatureNotSupportedException(message, state, vendor, error);
            case "08" -> new SQLNonTransientConnectionException(message, state, vendor, error);
            case "23" -> new SQLIntegrityConstraintViolationException(message, state, vendor, error);
            default -> new SQLException(message, state, vendor, error);
        };
    }

    private static String message(LeatException error) {
        StringBuilder text = new StringBuilder(error.getMessage());
        error.detail().ifPresent(detail -> text.append("\ndetail: ").append(detail));
        error.hint().ifPresent(hint -> text.append("\nhint: ").append(hint));
        return text.toString();
    }

    static int vendorCode(String state) {
        return Integer.parseInt(state, STATE_DIGITS);
    }
}
