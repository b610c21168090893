package io.leat.parser;

import io.leat.parser.statement.AdvanceWatermark;
import io.leat.parser.statement.CreateFunction;
import io.leat.parser.statement.CreateIndex;
import io.leat.parser.statement.CreateJob;
import io.leat.parser.statement.CreateSavepoint;
import io.leat.parser.statement.CreateSqlFunction;
import io.leat.parser.statement.CreateTable;
import io.leat.parser.statement.CreateView;
import io.leat.parser.statement.Delete;
import io.leat.parser.statement.Describe;
import io.leat.parser.statement.Drop;
import io.leat.parser.statement.DropSavepoint;
import io.leat.parser.statement.Explain;
import io.leat.parser.statement.ExportDatabase;
import io.leat.parser.statement.Flush;
import io.leat.parser.statement.Insert;
import io.leat.parser.statement.ObjectName;
import io.leat.parser.statement.Print;
import io.leat.parser.statement.ResetSetting;
import io.leat.parser.statement.Select;
import io.leat.parser.statement.SetSetting;
import io.leat.parser.statement.Show;
import io.leat.parser.statement.Statement;
import io.leat.parser.statement.StatementSet;
import io.leat.parser.statement.StopJob;
import io.leat.parser.statement.Subscribe;
import io.leat.parser.statement.Update;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes statements back as SQL that runs again as it is: for SHOW CREATE, listings and logs.
 *
 * <p>Options are masked unless they are known to be public: a list of what is secret would miss the next secret.
 */
public final class StatementText {
    private final SqlWriter sql;

    private StatementText(Predicate<String> isPublic) {
        this.sql = new SqlWriter(isPublic);
    }

    /**
     * A statement as SQL, without a semicolon.
     *
     * @param isPublic whether the value of an option may be shown; all others are written as {@code '******'}
     */
    public static String of(Statement statement, Predicate<String> isPublic) {
        StatementText text = new StatementText(isPublic);
        text.write(statement);
        return text.sql.toString();
    }

    private void write(Statement statement) {
        boolean written = writeCreate(statement) || writeQuery(statement) || writeCommand(statement);
        if (!written) {
            throw new IllegalStateException("no text for " + statement);
        }
    }

    private boolean writeCreate(Statement statement) {
        CreateText text = new CreateText(sql);
        if (statement instanceof CreateTable table) {
            text.table(table);
        } else if (statement instanceof CreateView view) {
            text.view(view);
        } else if (statement instanceof CreateJob job) {
            text.job(job);
            write(job.insert());
        } else if (statement instanceof CreateFunction function) {
            text.function(function);
        } else if (statement instanceof CreateSqlFunction function) {
            text.sqlFunction(function);
        } else if (statement instanceof CreateIndex index) {
            text.index(index);
        } else {
            return false;
        }
        return true;
    }

    private boolean writeQuery(Statement statement) {
        QueryText text = new QueryText(sql);
        if (statement instanceof Select select) {
            text.select(select);
        } else if (statement instanceof Insert insert) {
            text.insert(insert);
        } else if (statement instanceof StatementSet set) {
            text.statementSet(set);
        } else if (statement instanceof Update update) {
            text.update(update);
        } else if (statement instanceof Delete delete) {
            text.delete(delete);
        } else if (statement instanceof Subscribe subscribe) {
            text.subscribe(subscribe);
        } else if (statement instanceof Explain explain) {
            text.explain(explain);
            explain.statement().ifPresent(this::write);
        } else {
            return false;
        }
        return true;
    }

    private boolean writeCommand(Statement statement) {
        if (statement instanceof Drop drop) {
            sql.add("DROP ").add(drop.kind().sql()).add(drop.ifExists() ? " IF EXISTS " : " ");
            sql.names(drop.names()).addIf(drop.cascade(), " CASCADE");
        } else if (statement instanceof Show show) {
            sql.add("SHOW ").add(show.what().name().replace('_', ' '));
            show.kind().ifPresent(kind -> sql.add(" ").add(kind.sql()).add(" "));
            show.name().ifPresent(sql::name);
        } else if (statement instanceof Describe describe) {
            sql.add("DESCRIBE ").name(describe.name());
        } else if (statement instanceof StopJob stop) {
            sql.add("STOP JOB ").addIf(stop.ifExists(), "IF EXISTS ").name(stop.name());
        } else if (statement instanceof Print print) {
            sql.add("PRINT ").name(print.table()).add(" LIMIT " + print.limit());
        } else if (statement instanceof AdvanceWatermark advance) {
            sql.add("ALTER TABLE ").name(advance.table()).add(" ADVANCE WATERMARK TO ");
            sql.add(advance.to()
                    .map(to -> "TIMESTAMP '" + to.toString().replace('T', ' ') + "'")
                    .orElse("END"));
        } else {
            return writeSetting(statement) || writeCopy(statement);
        }
        return true;
    }

    private boolean writeCopy(Statement statement) {
        if (statement instanceof CreateSavepoint create) {
            sql.add("CREATE SAVEPOINT ")
                    .addIf(create.ifNotExists(), "IF NOT EXISTS ")
                    .name(create.name());
        } else if (statement instanceof DropSavepoint drop) {
            sql.add("DROP SAVEPOINT ").addIf(drop.ifExists(), "IF EXISTS ").name(drop.name());
        } else if (statement instanceof ExportDatabase export) {
            sql.add("EXPORT DATABASE TO ").add(Literals.quote(export.directory()));
        } else {
            return false;
        }
        return true;
    }

    private boolean writeSetting(Statement statement) {
        if (statement instanceof SetSetting set) {
            sql.add("SET");
            setting(set.name());
            set.value().ifPresent(value -> sql.add(" = ").add(Literals.quote(value)));
        } else if (statement instanceof ResetSetting reset) {
            sql.add("RESET");
            setting(reset.name());
        } else if (statement instanceof Flush) {
            sql.add("FLUSH");
        } else {
            return false;
        }
        return true;
    }

    private void setting(Optional<ObjectName> name) {
        name.ifPresent(setting -> sql.add(" ").add(setting.quoted() ? Literals.quote(setting.name()) : setting.name()));
    }
}
