package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The parameters of a prepared statement, with the types that their places ask for, as far as they are known. */
final class LeatParameterMetaData extends Unwrapping implements ParameterMetaData {
    private final int count;
    private final List<DataType> types;

    /** The metadata of so many parameters; {@code types} may be shorter. */
    LeatParameterMetaData(int count, List<DataType> types) {
        this.count = count;
        this.types = types;
    }

    @Override
    List<Object> wrapped() {
        return List.of();
    }

    /** The type of a parameter, if it is known. */
    static Optional<DataType> type(List<DataType> types, int parameter) {
        return parameter <= types.size() ? Optional.of(types.get(parameter - 1)) : Optional.empty();
    }

    private DataType type(int parameter) throws SQLException {
        if (parameter < 1 || parameter > count) {
            throw SqlErrors.of(
                    SqlErrors.INVALID_INDEX,
                    ErrorCode.INVALID_PARAMETER,
                    "there is no parameter " + parameter,
                    "The statement has " + count + ".");
        }
        return type(types, parameter).orElse(DataType.of(TypeKind.NULL));
    }

    @Override
    public int getParameterCount() {
        return count;
    }

    @Override
    public int isNullable(int parameter) throws SQLException {
        type(parameter);
        return parameterNullableUnknown;
    }

    @Override
    public boolean isSigned(int parameter) throws SQLException {
        return type(parameter).kind().isNumeric();
    }

    @Override
    public int getPrecision(int parameter) throws SQLException {
        return JdbcType.precision(type(parameter));
    }

    @Override
    public int getScale(int parameter) throws SQLException {
        return JdbcType.scale(type(parameter));
    }

    @Override
    public int getParameterType(int parameter) throws SQLException {
        return JdbcType.of(type(parameter)).code();
    }

    @Override
    public String getParameterTypeName(int parameter) throws SQLException {
        return JdbcType.name(type(parameter));
    }

    @Override
    public String getParameterClassName(int parameter) throws SQLException {
        return JdbcType.of(type(parameter)).javaClass().getName();
    }

    @Override
    public int getParameterMode(int parameter) throws SQLException {
        type(parameter);
        return parameterModeIn;
    }
}
