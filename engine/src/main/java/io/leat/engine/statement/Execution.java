package io.leat.engine.statement;

import io.leat.engine.Session;
import io.leat.engine.catalog.Catalog;
import io.leat.engine.database.Database;
import io.leat.parser.ParsedStatement;
import io.leat.planner.Planner;
import io.leat.planner.PlanningContext;
import io.leat.planner.catalog.CatalogView;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One statement on its way.
 *
 * @param parsed what it says; planned at most once, since planning changes it
 * @param reader reads it again from its text
 * @param parameters the values of {@code ?}; empty if they are not known yet
 * @param progress how far it has come
 */
public record Execution(
        Database database,
        Session session,
        ParsedStatement parsed,
        Supplier<ParsedStatement> reader,
        Optional<List<Object>> parameters,
        Cancellation cancellation,
        StatementProgress progress) {

    /** A statement to be read from its text. */
    public static Execution of(
            Database database, Session session, Supplier<ParsedStatement> reader, Optional<List<Object>> parameters) {
        ParsedStatement parsed = reader.get();
        StatementProgress progress = new StatementProgress(parsed.text(), database.clock());
        return new Execution(database, session, parsed, reader, parameters, new Cancellation(), progress);
    }

    /** The definitions as they are now. */
    Catalog catalog() {
        return database.catalog();
    }

    /** A planner over the definitions as they are now. */
    Planner planner() {
        return planner(catalog());
    }

    /** A planner over given definitions. */
    Planner planner(CatalogView catalog) {
        return new Planner(
                catalog,
                new PlanningContext(
                        database.planningLimits(), database.clock().epochMillis(), ZoneOffset.UTC, parameters));
    }

    /** The same statement, not planned yet. */
    Execution again() {
        return new Execution(database, session, reader.get(), reader, parameters, cancellation, progress);
    }

    /** The clock's nanoseconds. */
    long nanos() {
        return database.clock().nanos();
    }
}
