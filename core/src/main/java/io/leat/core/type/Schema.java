package io.leat.core.type;

import java.util.ArrayList;
import java.util.List;

/** The columns of a relation, in order. Names may repeat, as they may in the result of a query. */
public record Schema(List<Field> fields) {
    public Schema {
        fields = List.copyOf(fields);
    }

    /** A schema of the given fields. */
    public static Schema of(Field... fields) {
        return new Schema(List.of(fields));
    }

    /** How many columns. */
    public int size() {
        return fields.size();
    }

    /** The type of a column. */
    public DataType type(int column) {
        return fields.get(column).type();
    }

    /** The name of a column. */
    public String name(int column) {
        return fields.get(column).name();
    }

    /** All names, in order. */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** All types, in order. */
    public List<DataType> types() {
        return fields.stream().map(Field::type).toList();
    }

    /** Where the first column of that name is, by case-insensitive comparison, or -1. */
    public int indexOf(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    /** These columns and then those. */
    public Schema concat(Schema other) {
        List<Field> all = new ArrayList<>(fields);
        all.addAll(other.fields);
        return new Schema(all);
    }

    /** The columns at the given places, in the given order. */
    public Schema select(List<Integer> columns) {
        return new Schema(columns.stream().map(fields::get).toList());
    }
}
