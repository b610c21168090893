package io.leat.executor.kernel;

import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.batch.Validity;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Making and taking apart ARRAY, ROW and MAP. Members are Java values; this is the long tail, by the row. */
final class NestedKernels {

    private NestedKernels() {}

    /** The member of one nested value; not called for NULL. */
    @FunctionalInterface
    private interface Member {
        Object of(Object nested, Column key, int row);
    }

    /** The element of an ARRAY at a position from 1, or the value of a MAP's key. */
    static Kernel item(DataType type, Typed nested, Typed key) {
        return switch (nested.kind()) {
            case ARRAY -> member(type, nested, key.kernel(), NestedKernels::element);
            case ROW -> member(type, nested, key.kernel(), NestedKernels::element);
            case MAP -> {
                DataType keyType = nested.type().children().get(0).type();
                Kernel wanted = CastKernels.implicit(key, keyType);
                yield member(
                        type,
                        nested,
                        wanted,
                        (map, column, row) -> ((Map<?, ?>) map).get(JavaValues.get(keyType, column, row)));
            }
            default ->
                throw LeatException.unsupported(
                        "an element of " + nested.type().withNullable(true), "Take elements of an ARRAY, ROW or MAP.");
        };
    }

    private static Object element(Object array, Column index, int row) {
        List<?> elements = (List<?>) array;
        long position = ((LongColumn) index).values()[row];
        return position < 1 || position > elements.size() ? null : elements.get((int) position - 1);
    }

    /** A field of a ROW, counted from 0. */
    static Kernel field(DataType type, Typed row, int index) {
        return member(type, row, row.kernel(), (fields, key, r) -> ((List<?>) fields).get(index));
    }

    private static Kernel member(DataType type, Typed nested, Kernel key, Member member) {
        return (input, selection) -> {
            ObjectColumn values = (ObjectColumn) nested.kernel().evaluate(input, selection);
            Column keys = key == nested.kernel() ? values : key.evaluate(input, selection);
            long[] validity = Validity.and(values.validity(), keys.validity());
            ColumnBuilder builder = ColumnBuilder.of(type, input.size());
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.row(i);
                boolean valid = Validity.isValid(validity, row);
                Object value = valid ? member.of(values.values()[row], keys, row) : null;
                appendAt(builder, type, row, value);
            }
            return filled(builder, input.size());
        };
    }

    /** Adds a value as that of a row; the rows left out before it are NULL. */
    static void appendAt(ColumnBuilder builder, DataType type, int row, Object value) {
        while (builder.size() < row) {
            builder.appendNull();
        }
        JavaValues.append(builder, type, value);
    }

    /** The column with rows left out at the end as NULL. */
    static Column filled(ColumnBuilder builder, int size) {
        while (builder.size() < size) {
            builder.appendNull();
        }
        return builder.build();
    }

    /** Makes an ARRAY or ROW of operands that have the members' types; never NULL. */
    static Kernel list(List<Kernel> operands, List<DataType> types) {
        return (input, selection) -> {
            List<Column> columns =
                    operands.stream().map(k -> k.evaluate(input, selection)).toList();
            Object[] result = new Object[input.size()];
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.row(i);
                Object[] members = new Object[types.size()];
                Arrays.setAll(members, k -> JavaValues.get(types.get(k), columns.get(k), row));
                result[row] = Collections.unmodifiableList(Arrays.asList(members));
            }
            return new ObjectColumn(result, null, input.size());
        };
    }

    /** How many elements an ARRAY or entries a MAP has. */
    static Kernel cardinality(Typed nested) {
        boolean map = nested.kind() == TypeKind.MAP;
        return (input, selection) -> {
            ObjectColumn values = (ObjectColumn) nested.kernel().evaluate(input, selection);
            long[] result = new long[input.size()];
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.row(i);
                if (!values.isNull(row)) {
                    Object value = Objects.requireNonNull(values.values()[row]);
                    result[row] = map ? ((Map<?, ?>) value).size() : ((Collection<?>) value).size();
                }
            }
            return new LongColumn(result, values.validity(), input.size());
        };
    }
}
