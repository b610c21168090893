package io.leat.connector.format.arrow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;

/**
 * A field of a file's rows.
 *
 * @param name its name
 * @param field what the file says of it
 * @param node its place among the nodes of a batch
 * @param buffer the place of its first buffer among those of a batch
 */
record ArrowField(String name, Field field, int node, int buffer) {

    private static final int DEPTH_MAX = 64;
    private static final int NODES_MAX = 10_000;

    /** All fields of a schema. */
    static List<ArrowField> all(Schema schema) throws IOException {
        List<ArrowField> fields = new ArrayList<>();
        int node = 0;
        int buffer = 0;
        for (int i = 0; i < schema.fieldsLength(); i++) {
            Field field = schema.fields(i);
            fields.add(new ArrowField(nameOf(field), field, node, buffer));
            node += nodes(field, 1);
            buffer += buffers(field);
        }
        return fields;
    }

    private static int nodes(Field field, int depth) throws IOException {
        int count = 1;
        for (int i = 0; i < field.childrenLength(); i++) {
            if (depth == DEPTH_MAX || count > NODES_MAX) {
                throw new IOException("field \"" + field.name() + "\" is nested too deep or has too many fields");
            }
            count += nodes(field.children(i), depth + 1);
        }
        return count;
    }

    private static int buffers(Field field) throws IOException {
        int count = ownBuffers(field);
        for (int i = 0; i < field.childrenLength() && field.dictionary() == null; i++) {
            count += buffers(field.children(i));
        }
        return count;
    }

    private static int ownBuffers(Field field) throws IOException {
        if (field.dictionary() != null) {
            return 2;
        }
        return switch (field.typeType()) {
            case Type.Null, Type.RunEndEncoded -> 0;
            case Type.FixedSizeList, Type.Struct_ -> 1;
            case Type.Utf8, Type.Binary, Type.LargeUtf8, Type.LargeBinary, Type.ListView, Type.LargeListView -> 3;
            case Type.Union, Type.Utf8View, Type.BinaryView ->
                throw new IOException("field \"" + field.name() + "\" is of type " + Type.name(field.typeType())
                        + ", and fields behind it cannot be found");
            default -> 2;
        };
    }

    private static String nameOf(Field field) {
        return field.name() == null ? "" : field.name();
    }
}
