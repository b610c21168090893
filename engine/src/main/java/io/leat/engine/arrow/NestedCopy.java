package io.leat.engine.arrow;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.TypeKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.MapVector;
import org.apache.arrow.vector.complex.StructVector;

/** Copies ARRAY, MAP and ROW: their members are gathered into columns, and those are copied like any other. */
final class NestedCopy {

    private NestedCopy() {}

    static void copy(DataType type, ObjectColumn column, FieldVector vector) {
        if (type.kind() == TypeKind.ARRAY) {
            array(type, column, (ListVector) vector);
        } else if (type.kind() == TypeKind.MAP) {
            map(type, column, (MapVector) vector);
        } else {
            row(type, column, (StructVector) vector);
        }
    }

    private static void array(DataType type, ObjectColumn column, ListVector vector) {
        List<Object> members = list(column, vector, value -> (List<?>) value);
        copyMembers(type.element(), members, vector.getDataVector());
        vector.setValueCount(column.size());
    }

    private static void map(DataType type, ObjectColumn column, MapVector vector) {
        List<Object> entries = list(column, vector, value -> List.copyOf(((Map<?, ?>) value).entrySet()));
        StructVector structs = (StructVector) vector.getDataVector();
        allocate(structs, entries.size());
        List<Function<Object, Object>> parts =
                List.of(entry -> ((Map.Entry<?, ?>) entry).getKey(), entry -> ((Map.Entry<?, ?>) entry).getValue());
        for (int i = 0; i < parts.size(); i++) {
            List<Object> values = new ArrayList<>();
            for (Object entry : entries) {
                values.add(parts.get(i).apply(entry));
            }
            copyMembers(type.children().get(i).type(), values, (FieldVector) structs.getChildByOrdinal(i));
        }
        structs.getValidityBuffer().setOne(0L, (entries.size() + 7L) >> 3);
        structs.setValueCount(entries.size());
        vector.setValueCount(column.size());
    }

    /** Writes where the members of each row begin, and answers all members one after the other. */
    private static List<Object> list(ObjectColumn column, ListVector vector, Function<Object, List<?>> membersOf) {
        vector.setInitialCapacity(column.size());
        vector.allocateNew();
        List<Object> members = new ArrayList<>();
        ByteBuffer offsets = VectorCopy.littleEndian((column.size() + 1) * Integer.BYTES);
        offsets.putInt(0);
        for (int row = 0; row < column.size(); row++) {
            if (!column.isNull(row)) {
                members.addAll(membersOf.apply(column.values()[row]));
            }
            offsets.putInt(members.size());
        }
        vector.getOffsetBuffer().setBytes(0, offsets.array());
        VectorCopy.validity(column, vector.getValidityBuffer());
        vector.setLastSet(column.size() - 1);
        return members;
    }

    private static void row(DataType type, ObjectColumn column, StructVector vector) {
        allocate(vector, column.size());
        List<Field> fields = type.children();
        for (int i = 0; i < fields.size(); i++) {
            List<Object> values = new ArrayList<>();
            for (int row = 0; row < column.size(); row++) {
                values.add(column.isNull(row) ? null : ((List<?>) column.values()[row]).get(i));
            }
            copyMembers(fields.get(i).type(), values, (FieldVector) vector.getChildByOrdinal(i));
        }
        VectorCopy.validity(column, vector.getValidityBuffer());
        vector.setValueCount(column.size());
    }

    private static void allocate(StructVector vector, int size) {
        vector.setInitialCapacity(Math.max(1, size));
        vector.allocateNew();
    }

    private static void copyMembers(DataType type, List<Object> values, FieldVector vector) {
        ColumnBuilder builder = ColumnBuilder.of(type, Math.max(1, values.size()));
        values.forEach(value -> JavaValues.append(builder, type, value));
        VectorCopy.copy(type, builder.build(), vector);
    }
}
