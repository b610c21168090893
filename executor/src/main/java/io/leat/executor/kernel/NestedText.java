package io.leat.executor.kernel;

import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Nested values as text for people: {@code [a, b]} for an ARRAY, {@code (1, x)} for a ROW, {@code {k=v}} for a MAP. */
record NestedText(DataType type) implements ToTextCasts.Writer {

    @Override
    public void write(Column source, int row, BytesResult result) {
        write(type, ((ObjectColumn) source).values()[row], result);
    }

    private static void write(DataType type, Object value, BytesResult result) {
        if (value == null) {
            result.write("NULL");
            return;
        }
        switch (type.kind()) {
            case ARRAY -> {
                List<?> values = (List<?>) value;
                list('[', values, Collections.nCopies(values.size(), type.element()), ']', result);
            }
            case ROW ->
                list(
                        '(',
                        (List<?>) value,
                        type.children().stream().map(field -> field.type()).toList(),
                        ')',
                        result);
            case MAP -> map((Map<?, ?>) value, type, result);
            default -> scalar(type, value, result);
        }
    }

    private static void list(char before, List<?> values, List<DataType> types, char after, BytesResult result) {
        result.write((byte) before);
        Iterator<DataType> type = types.iterator();
        String separator = "";
        for (Object value : values) {
            result.write(separator);
            write(type.next(), value, result);
            separator = ", ";
        }
        result.write((byte) after);
    }

    private static void map(Map<?, ?> map, DataType type, BytesResult result) {
        result.write((byte) '{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            result.write(separator);
            write(type.children().get(0).type(), entry.getKey(), result);
            result.write((byte) '=');
            write(type.children().get(1).type(), entry.getValue(), result);
            separator = ", ";
        }
        result.write((byte) '}');
    }

    private static void scalar(DataType type, Object value, BytesResult result) {
        if (type.kind() == TypeKind.VARCHAR || type.kind() == TypeKind.CHAR) {
            result.write((String) value);
            return;
        }
        ColumnBuilder builder = ColumnBuilder.of(type, 1);
        JavaValues.append(builder, type, value);
        ToTextCasts.writer(type).write(builder.build(), 0, result);
    }
}
