package io.leat.engine.statement;

import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.engine.database.Database;
import io.leat.engine.durable.Savepoint;
import io.leat.parser.statement.CreateSavepoint;
import io.leat.parser.statement.DropSavepoint;
import io.leat.parser.statement.ExportDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** CREATE SAVEPOINT, DROP SAVEPOINT, SHOW SAVEPOINTS, EXPORT DATABASE. */
final class CopyExecution {

    private CopyExecution() {}

    static Outcome create(Execution execution, CreateSavepoint statement) {
        Database database = execution.database();
        String name = statement.name().name();
        Waiting waiting = new Waiting(execution);
        try {
            Optional<Savepoint> made = database.copies()
                    .create(
                            name,
                            statement.ifNotExists(),
                            database.clock().epochMillis(),
                            database::moment,
                            waiting::check);
            String message = made.map(
                            savepoint -> "created savepoint \"" + savepoint.name() + "\" at tick " + savepoint.tick())
                    .orElse("savepoint \"" + name + "\" exists already");
            return Outcome.done(message, execution.nanos());
        } catch (LeatException e) {
            throw e.at(statement.name().span());
        }
    }

    static Outcome drop(Execution execution, DropSavepoint statement) {
        String name = statement.name().name();
        try {
            boolean dropped = execution.database().copies().drop(name, statement.ifExists());
            return Outcome.done(dropped ? "dropped savepoint \"" + name + "\"" : "nothing to drop", execution.nanos());
        } catch (LeatException e) {
            throw e.at(statement.name().span());
        }
    }

    static Outcome list(Execution execution) {
        Schema schema = Schema.of(
                new Field("savepoint", DataType.STRING),
                new Field("tick", DataType.BIGINT),
                new Field("created", DataType.TIMESTAMP),
                new Field("bytes", DataType.BIGINT));
        List<List<Object>> rows = execution.database().copies().all().stream()
                .map(savepoint -> List.<Object>of(
                        savepoint.name(), savepoint.tick(), time(savepoint.millis()), savepoint.bytes()))
                .toList();
        return Outcome.values(schema, rows, execution.nanos());
    }

    private static LocalDateTime time(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    static Outcome export(Execution execution, ExportDatabase statement) {
        Database database = execution.database();
        Path directory = database.workingDirectory().resolve(statement.directory());
        Waiting waiting = new Waiting(execution);
        long tick = database.copies().export(directory, database::moment, waiting::check);
        return Outcome.done("exported the database at tick " + tick + " to " + directory, execution.nanos());
    }
}
