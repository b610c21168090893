package io.leat.executor.kernel;

import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.TypeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Conversions of ARRAY, ROW and MAP: their members are converted, as columns. */
final class NestedCasts {

    private NestedCasts() {}

    /** The conversion, or null if there is none. */
    static ColumnCast from(DataType from, DataType to, boolean safe) {
        if (from.kind() != to.kind() || from.children().size() != to.children().size()) {
            return null;
        }
        List<ColumnCast> casts = new ArrayList<>();
        for (int i = 0; i < from.children().size(); i++) {
            casts.add(CastKernels.of(
                    from.children().get(i).type(), to.children().get(i).type(), safe));
        }
        return (source, selection) -> convert((ObjectColumn) source, selection, from, to, casts);
    }

    private static Column convert(
            ObjectColumn source, Selection selection, DataType from, DataType to, List<ColumnCast> casts) {
        Object[] result = new Object[source.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (!source.isNull(row)) {
                result[row] = converted(source.values()[row], from, to, casts);
            }
        }
        return new ObjectColumn(result, source.validity(), source.size());
    }

    private static Object converted(Object value, DataType from, DataType to, List<ColumnCast> casts) {
        if (from.kind() == TypeKind.ROW) {
            return row((List<?>) value, from, to, casts);
        }
        if (from.kind() == TypeKind.ARRAY) {
            return members(
                    (List<?>) value, from.children().get(0), to.children().get(0), casts.get(0));
        }
        Map<?, ?> map = (Map<?, ?>) value;
        List<Object> keys = members(
                new ArrayList<>(map.keySet()),
                from.children().get(0),
                to.children().get(0),
                casts.get(0));
        List<Object> values = members(
                new ArrayList<>(map.values()),
                from.children().get(1),
                to.children().get(1),
                casts.get(1));
        Map<Object, Object> result = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            result.put(keys.get(i), values.get(i));
        }
        return result;
    }

    private static List<Object> row(List<?> fields, DataType from, DataType to, List<ColumnCast> casts) {
        List<Object> result = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            result.addAll(members(
                    Arrays.asList(new Object[] {fields.get(i)}),
                    from.children().get(i),
                    to.children().get(i),
                    casts.get(i)));
        }
        return result;
    }

    private static List<Object> members(List<?> values, Field from, Field to, ColumnCast cast) {
        ColumnBuilder builder = ColumnBuilder.of(from.type(), values.size());
        values.forEach(value -> JavaValues.append(builder, from.type(), value));
        Column converted = cast.cast(builder.build(), Selection.all(values.size()));
        List<Object> result = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            result.add(JavaValues.get(to.type(), converted, i));
        }
        return result;
    }
}
