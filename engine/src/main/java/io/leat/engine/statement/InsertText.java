package io.leat.engine.statement;

import io.leat.parser.statement.Emit;
import io.leat.parser.statement.Insert;
import io.leat.parser.statement.ObjectName;
import java.util.stream.Collectors;

/** Writes an INSERT that was part of a larger statement as one of its own. */
final class InsertText {

    private InsertText() {}

    static String of(Insert insert) {
        String columns = insert.columns().isEmpty()
                ? ""
                : insert.columns().stream().map(InsertText::quoted).collect(Collectors.joining(", ", " (", ")"));
        String emit = insert.emit() == Emit.NONE ? "" : " EMIT " + insert.emit();
        return "INSERT INTO " + quoted(insert.table()) + columns + " "
                + insert.query().source().text() + emit;
    }

    private static String quoted(ObjectName name) {
        return name.quoted() ? "\"" + name.name().replace("\"", "\"\"") + "\"" : name.name();
    }
}
