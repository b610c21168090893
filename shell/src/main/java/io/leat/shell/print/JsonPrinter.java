package io.leat.shell.print;

import io.leat.core.type.Schema;
import io.leat.engine.Row;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One JSON object a line. Columns of the same name get a number, since an object has each name once. */
final class JsonPrinter implements RowPrinter {
    private final PrintWriter out;
    private final Schema schema;
    private final List<String> keys = new ArrayList<>();

    JsonPrinter(PrintWriter out, Schema schema) {
        this.out = out;
        this.schema = schema;
        schema.names().forEach(name -> keys.add(unused(JsonText.quoted(name))));
    }

    private String unused(String key) {
        String unused = key;
        for (int number = 2; keys.contains(unused); number++) {
            unused = key.substring(0, key.length() - 1) + "_" + number + "\"";
        }
        return unused;
    }

    @Override
    public void row(Row row) {
        out.print(IntStream.range(0, schema.size())
                .mapToObj(i -> keys.get(i) + ":" + JsonText.of(schema.type(i), row.get(i)))
                .collect(Collectors.joining(",", "{", "}")));
        out.print('\n');
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void end() {
        out.flush();
    }
}
