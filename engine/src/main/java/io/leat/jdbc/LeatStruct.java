package io.leat.jdbc;

import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.sql.SQLException;
import java.sql.Struct;
import java.util.List;
import java.util.Map;

/** A ROW inside a column. */
record LeatStruct(DataType type, List<?> values) implements Struct {

    @Override
    public String getSQLTypeName() {
        return type.withNullable(true).toString();
    }

    @Override
    public Object[] getAttributes() throws SQLException {
        Object[] attributes = new Object[values.size()];
        for (int i = 0; i < attributes.length; i++) {
            Field field = type.children().get(i);
            Object value = values.get(i);
            Origin origin = new Origin("field \"" + field.name() + "\"", field.type());
            attributes[i] = value == null ? null : ObjectConversion.standard(origin, value);
        }
        return attributes;
    }

    @Override
    public Object[] getAttributes(Map<String, Class<?>> map) throws SQLException {
        if (map != null && !map.isEmpty()) {
            throw SqlErrors.unsupported("a type map");
        }
        return getAttributes();
    }

    @Override
    public String toString() {
        return SqlText.of(type, values);
    }
}
