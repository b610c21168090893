package io.leat.planner.validate;

import io.leat.core.error.LeatException;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** Refuses what changes by itself as time passes in queries that run for ever: no row would say that it changed. */
public final class TimeDependence extends SqlBasicVisitor<Void> {
    private static final Set<String> NILADIC = Set.of(
            "CURRENT_TIMESTAMP",
            "CURRENT_DATE",
            "CURRENT_TIME",
            "LOCALTIME",
            "LOCALTIMESTAMP",
            "CURRENT_ROW_TIMESTAMP");
    private static final Set<String> CALLS = Set.of("NOW", "UNIX_TIMESTAMP", "CURRENT_DATETIME");
    private static final Set<String> RANDOM = Set.of("RAND", "RANDOM", "RAND_INTEGER", "UUID", "GEN_RANDOM_UUID");

    private TimeDependence() {}

    /** Refuses such functions anywhere in a query. */
    public static void refuse(SqlNode query) {
        query.accept(new TimeDependence());
    }

    @Override
    public Void visit(SqlCall call) {
        String name = call.getOperator().getName().toUpperCase(Locale.ROOT);
        if (NILADIC.contains(name) || CALLS.contains(name)) {
            throw time(name, call.getParserPosition());
        }
        if (RANDOM.contains(name)) {
            throw LeatException.unsupported(
                            name + " in a query that runs for ever", "Add the value before the row comes in.")
                    .at(Places.of(call));
        }
        return super.visit(call);
    }

    @Override
    public Void visit(SqlIdentifier name) {
        String text = name.isSimple() ? name.getSimple().toUpperCase(Locale.ROOT) : "";
        if (NILADIC.contains(text) && !name.isComponentQuoted(0)) {
            throw time(text, name.getParserPosition());
        }
        return null;
    }

    private static LeatException time(String name, SqlParserPos place) {
        return LeatException.unsupported(
                        name + " in a query that runs for ever",
                        "Its value changes without any row changing. Use the event-time column, or a plain SELECT.")
                .at(Places.of(place));
    }
}
