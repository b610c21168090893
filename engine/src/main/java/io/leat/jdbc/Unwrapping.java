package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import java.sql.SQLException;
import java.sql.Wrapper;
import java.util.List;

/** What every JDBC object here has in common: it gives away what it is made over. */
abstract class Unwrapping implements Wrapper {

    /** What this object is made over, outermost first. */
    abstract List<Object> wrapped();

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        for (Object candidate : wrapped()) {
            if (type.isInstance(candidate)) {
                return type.cast(candidate);
            }
        }
        throw SqlErrors.of(
                ErrorCode.INVALID_OPTION,
                "nothing here is a " + type.getSimpleName(),
                "isWrapperFor says what unwrap can give.");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this) || wrapped().stream().anyMatch(type::isInstance);
    }
}
