package io.leat.parser;

import io.leat.parser.statement.Assignment;
import io.leat.parser.statement.Delete;
import io.leat.parser.statement.Explain;
import io.leat.parser.statement.Insert;
import io.leat.parser.statement.Select;
import io.leat.parser.statement.SqlExpression;
import io.leat.parser.statement.StatementSet;
import io.leat.parser.statement.Subscribe;
import io.leat.parser.statement.Update;
import java.util.Iterator;
import java.util.Optional;

/** Writes the statements that read or change rows. */
final class QueryText {
    private final SqlWriter sql;

    QueryText(SqlWriter sql) {
        this.sql = sql;
    }

    void select(Select select) {
        sql.add(select.query().source().text()).emit(select.emit());
    }

    void insert(Insert insert) {
        sql.add("INSERT INTO ")
                .name(insert.table())
                .columns(insert.columns())
                .add("\n")
                .add(insert.query().source().text())
                .emit(insert.emit());
    }

    void statementSet(StatementSet set) {
        sql.add("BEGIN STATEMENT SET;\n");
        for (Insert insert : set.inserts()) {
            insert(insert);
            sql.add(";\n");
        }
        sql.add("END");
    }

    void update(Update update) {
        sql.add("UPDATE ").name(update.table()).add(" SET ");
        for (Iterator<Assignment> each = update.assignments().iterator(); each.hasNext(); ) {
            Assignment assignment = each.next();
            sql.name(assignment.column())
                    .add(" = ")
                    .add(assignment.value().source().text())
                    .addIf(each.hasNext(), ", ");
        }
        where(update.where());
    }

    void delete(Delete delete) {
        sql.add("DELETE FROM ").name(delete.table());
        where(delete.where());
    }

    private void where(Optional<SqlExpression> where) {
        where.ifPresent(condition -> sql.add(" WHERE ").add(condition.source().text()));
    }

    void subscribe(Subscribe subscribe) {
        sql.add("SUBSCRIBE TO ");
        subscribe.name().ifPresent(sql::name);
        subscribe
                .query()
                .ifPresent(query -> sql.add("(").add(query.source().text()).add(")"));
        sql.options(subscribe.options()).emit(subscribe.emit());
    }

    /** What stands before the statement or the name. */
    void explain(Explain explain) {
        sql.add("EXPLAIN ")
                .addIf(explain.mode() != Explain.Mode.PLAN, explain.mode() + " ")
                .addIf(explain.format() != Explain.Format.TEXT, "(FORMAT " + explain.format() + ") ");
        explain.name().ifPresent(sql::name);
    }
}
