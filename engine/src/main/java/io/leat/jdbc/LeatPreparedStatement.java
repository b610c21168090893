package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import io.leat.core.type.DataType;
import io.leat.engine.Prepared;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;

/**
 * One statement with {@code ?} parameters. Their values reach the planner as values and never as text, so that nothing
 * in them can change the statement. They stay set from one execution to the next.
 */
final class LeatPreparedStatement extends AbstractPreparedStatement {
    private static final Object UNSET = new Object();

    private final Prepared prepared;
    private final Object[] values;
    private final List<Object[]> batch = new ArrayList<>();

    LeatPreparedStatement(LeatConnection connection, String sql) throws SQLException {
        super(connection);
        prepared = SqlErrors.call(() -> session().prepare(sql));
        values = new Object[prepared.parameters()];
        Arrays.fill(values, UNSET);
    }

    private void set(int parameter, Object value) throws SQLException {
        requireOpen();
        if (parameter < 1 || parameter > values.length) {
            throw SqlErrors.of(
                    SqlErrors.INVALID_INDEX,
                    ErrorCode.INVALID_PARAMETER,
                    "there is no parameter " + parameter,
                    values.length == 0 ? "The statement has none." : "They count from 1 to " + values.length + ".");
        }
        values[parameter - 1] = value;
    }

    private Optional<DataType> wanted(int parameter) {
        return LeatParameterMetaData.type(prepared.parameterTypes(), Math.max(1, parameter));
    }

    private Object[] requireValues() throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == UNSET) {
                throw SqlErrors.of(
                        ErrorCode.INVALID_PARAMETER,
                        "parameter " + (i + 1) + " has no value",
                        "Set every parameter; setNull makes one NULL.");
            }
        }
        return values.clone();
    }

    @Override
    public boolean execute() throws SQLException {
        requireOpen();
        return execute(requireValues());
    }

    private boolean execute(Object[] given) throws SQLException {
        begin();
        return runOne(() -> prepared.execute(given));
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return query(execute());
    }

    @Override
    public int executeUpdate() throws SQLException {
        return toInt(executeLargeUpdate());
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return update(execute());
    }

    @Override
    public void addBatch() throws SQLException {
        requireOpen();
        batch.add(requireValues());
    }

    @Override
    public void clearBatch() throws SQLException {
        requireOpen();
        batch.clear();
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        requireOpen();
        List<BatchStep> steps = new ArrayList<>();
        batch.forEach(row -> steps.add(() -> update(execute(row))));
        batch.clear();
        return runBatch(steps);
    }

    @Override
    public void clearParameters() throws SQLException {
        requireOpen();
        Arrays.fill(values, UNSET);
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        requireOpen();
        return prepared.schema().size() == 0 ? null : new LeatResultSetMetaData(prepared.schema());
    }

    @Override
    public ParameterMetaData getParameterMetaData() throws SQLException {
        requireOpen();
        return new LeatParameterMetaData(values.length, prepared.parameterTypes());
    }

    @Override
    public void setNull(int parameter, int type) throws SQLException {
        set(parameter, null);
    }

    @Override
    public void setNull(int parameter, int type, String typeName) throws SQLException {
        set(parameter, null);
    }

    @Override
    public void setBoolean(int parameter, boolean value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setByte(int parameter, byte value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setShort(int parameter, short value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setInt(int parameter, int value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setLong(int parameter, long value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setFloat(int parameter, float value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setDouble(int parameter, double value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setBigDecimal(int parameter, BigDecimal value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setString(int parameter, String value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setNString(int parameter, String value) throws SQLException {
        set(parameter, value);
    }

    @Override
    public void setBytes(int parameter, byte[] value) throws SQLException {
        set(parameter, value == null ? null : value.clone());
    }

    @Override
    public void setDate(int parameter, Date value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    public void setDate(int parameter, Date value, Calendar calendar) throws SQLException {
        boolean plain = value == null || calendar == null;
        setObject(parameter, plain ? value : ParameterConversion.date(value, calendar));
    }

    @Override
    public void setTime(int parameter, Time value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    public void setTime(int parameter, Time value, Calendar calendar) throws SQLException {
        boolean plain = value == null || calendar == null;
        setObject(parameter, plain ? value : ParameterConversion.time(value, calendar));
    }

    @Override
    public void setTimestamp(int parameter, Timestamp value) throws SQLException {
        setTimestamp(parameter, value, null);
    }

    @Override
    public void setTimestamp(int parameter, Timestamp value, Calendar calendar) throws SQLException {
        set(parameter, value == null ? null : ParameterConversion.timestamp(value, calendar, wanted(parameter)));
    }

    @Override
    public void setArray(int parameter, Array value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    public void setObject(int parameter, Object value) throws SQLException {
        set(parameter, ParameterConversion.of(parameter, value, wanted(parameter)));
    }

    @Override
    public void setObject(int parameter, Object value, int type) throws SQLException {
        setObject(parameter, value, type, 0);
    }

    @Override
    public void setObject(int parameter, Object value, int type, int scale) throws SQLException {
        Object known = ParameterConversion.of(parameter, value, wanted(parameter));
        set(parameter, known == null ? null : ParameterConversion.to(parameter, known, type, scale));
    }

    @Override
    public void setObject(int parameter, Object value, SQLType type) throws SQLException {
        setObject(parameter, value, type.getVendorTypeNumber(), 0);
    }

    @Override
    public void setObject(int parameter, Object value, SQLType type, int scale) throws SQLException {
        setObject(parameter, value, type.getVendorTypeNumber(), scale);
    }
}
