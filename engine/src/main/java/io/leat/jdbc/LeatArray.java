package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** An ARRAY. It lives in memory: it stays usable when its result set is closed. */
final class LeatArray implements Array {
    private static final Field INDEX = new Field("index", DataType.INTEGER);

    private final DataType element;
    private final List<?> values;

    LeatArray(DataType element, List<?> values) {
        this.element = element;
        this.values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** The elements as Leat has them. */
    List<?> values() {
        return values;
    }

    @Override
    public String getBaseTypeName() {
        return JdbcType.name(element);
    }

    @Override
    public int getBaseType() {
        return JdbcType.of(element).code();
    }

    @Override
    public Object getArray() throws SQLException {
        return getArray(1, values.size());
    }

    @Override
    public Object getArray(Map<String, Class<?>> map) throws SQLException {
        requireEmpty(map);
        return getArray();
    }

    @Override
    public Object getArray(long index, int count) throws SQLException {
        Object[] objects = new Object[part(index, count).size()];
        for (int i = 0; i < objects.length; i++) {
            Object value = values.get((int) index - 1 + i);
            objects[i] = value == null
                    ? null
                    : element.kind() == TypeKind.NULL ? value : ObjectConversion.standard(origin(), value);
        }
        return objects;
    }

    private Origin origin() {
        return new Origin("an element of the array", element);
    }

    @Override
    public Object getArray(long index, int count, Map<String, Class<?>> map) throws SQLException {
        requireEmpty(map);
        return getArray(index, count);
    }

    @Override
    public ResultSet getResultSet() throws SQLException {
        return getResultSet(1, values.size());
    }

    @Override
    public ResultSet getResultSet(Map<String, Class<?>> map) throws SQLException {
        requireEmpty(map);
        return getResultSet();
    }

    @Override
    public ResultSet getResultSet(long index, int count) throws SQLException {
        if (element.kind() == TypeKind.NULL) {
            throw SqlErrors.unsupported("the result set of an array that was not read from the database");
        }
        List<List<Object>> rows = new ArrayList<>();
        List<?> part = part(index, count);
        for (int i = 0; i < part.size(); i++) {
            List<Object> row = new ArrayList<>();
            row.add((int) index + i);
            row.add(part.get(i));
            rows.add(row);
        }
        return MemoryRows.resultSet(Schema.of(INDEX, new Field("value", element)), rows);
    }

    @Override
    public ResultSet getResultSet(long index, int count, Map<String, Class<?>> map) throws SQLException {
        requireEmpty(map);
        return getResultSet(index, count);
    }

    private List<?> part(long index, int count) throws SQLException {
        if (index < 1 || count < 0 || index - 1 + count > values.size()) {
            throw SqlErrors.of(
                    ErrorCode.DATA,
                    "the array has " + values.size() + " elements, and " + count + " from number " + index
                            + " were asked for",
                    "");
        }
        return values.subList((int) index - 1, (int) index - 1 + count);
    }

    private static void requireEmpty(Map<String, Class<?>> map) throws SQLException {
        if (map != null && !map.isEmpty()) {
            throw SqlErrors.unsupported("a type map");
        }
    }

    /** Nothing to free: the elements are in memory. */
    @Override
    public void free() {
        // Nothing is held outside the heap.
    }

    @Override
    public String toString() {
        return SqlText.of(DataType.array(element), values);
    }
}
