package io.leat.parser;

import io.leat.grammar.LeatParser.CreateFunctionContext;
import io.leat.grammar.LeatParser.CreateIndexContext;
import io.leat.grammar.LeatParser.CreateJobContext;
import io.leat.grammar.LeatParser.CreateSqlFunctionContext;
import io.leat.grammar.LeatParser.CreateViewContext;
import io.leat.grammar.LeatParser.InsertContext;
import io.leat.parser.statement.CreateFunction;
import io.leat.parser.statement.CreateIndex;
import io.leat.parser.statement.CreateJob;
import io.leat.parser.statement.CreateSqlFunction;
import io.leat.parser.statement.CreateView;
import io.leat.parser.statement.Insert;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Reads CREATE VIEW, JOB, FUNCTION and INDEX, and the INSERT of a job. */
final class CreateReader {
    private final Source source;
    private final Names names;
    private final Islands islands;

    CreateReader(Source source, Islands islands) {
        this.source = source;
        this.names = new Names(source);
        this.islands = islands;
    }

    CreateView view(CreateViewContext context) {
        return new CreateView(
                names.qualified(context.qualifiedName()),
                context.orReplace() != null,
                context.ifNotExists() != null,
                context.TEMPORARY() != null,
                context.MATERIALIZED() != null,
                names.columns(context.columnNames()),
                islands.query(context.query()),
                Clauses.emit(context.emit()),
                new Clauses(source).options(context.withOptions()),
                Clauses.string(context.STRING()));
    }

    CreateJob job(CreateJobContext context) {
        return new CreateJob(
                names.qualified(context.qualifiedName()),
                context.ifNotExists() != null,
                new Clauses(source).options(context.withOptions()),
                insert(context.insert()));
    }

    Insert insert(InsertContext context) {
        return new Insert(
                names.qualified(context.qualifiedName()),
                names.columns(context.columnNames()),
                islands.query(context.query()),
                Clauses.emit(context.emit()));
    }

    CreateFunction function(CreateFunctionContext context) {
        Token text = context.STRING().getSymbol();
        return new CreateFunction(
                names.qualified(context.qualifiedName()),
                context.ifNotExists() != null,
                context.orReplace() != null,
                context.TEMPORARY() != null,
                source.source(text.getStartIndex(), text.getStopIndex() + 1),
                Literals.string(text));
    }

    CreateSqlFunction sqlFunction(CreateSqlFunctionContext context) {
        List<CreateSqlFunction.Parameter> parameters = context.functionParameter().stream()
                .map(parameter -> new CreateSqlFunction.Parameter(
                        names.simple(parameter.identifier()),
                        new DataTypes(source).visitDataType(parameter.dataType()),
                        source.text(parameter.dataType())))
                .toList();
        return new CreateSqlFunction(
                names.qualified(context.qualifiedName()),
                context.ifNotExists() != null,
                context.orReplace() != null,
                context.TEMPORARY() != null,
                parameters,
                new DataTypes(source).visitDataType(context.dataType()),
                source.text(context.dataType()),
                islands.expression(context.expression()));
    }

    CreateIndex index(CreateIndexContext context) {
        return new CreateIndex(
                names.qualified(context.qualifiedName(0)),
                context.ifNotExists() != null,
                names.qualified(context.qualifiedName(1)),
                names.columns(context.columnNames()));
    }
}
