package io.leat.parser;

import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.grammar.LeatParser.AdvanceWatermarkContext;
import io.leat.grammar.LeatParser.CreateFunctionContext;
import io.leat.grammar.LeatParser.CreateIndexContext;
import io.leat.grammar.LeatParser.CreateJobContext;
import io.leat.grammar.LeatParser.CreateSavepointContext;
import io.leat.grammar.LeatParser.CreateSqlFunctionContext;
import io.leat.grammar.LeatParser.CreateTableContext;
import io.leat.grammar.LeatParser.CreateViewContext;
import io.leat.grammar.LeatParser.DescribeContext;
import io.leat.grammar.LeatParser.DropContext;
import io.leat.grammar.LeatParser.DropSavepointContext;
import io.leat.grammar.LeatParser.ExplainContext;
import io.leat.grammar.LeatParser.ExplainableContext;
import io.leat.grammar.LeatParser.ExportDatabaseContext;
import io.leat.grammar.LeatParser.FlushContext;
import io.leat.grammar.LeatParser.InsertContext;
import io.leat.grammar.LeatParser.ModifyContext;
import io.leat.grammar.LeatParser.PrintContext;
import io.leat.grammar.LeatParser.ResetSettingContext;
import io.leat.grammar.LeatParser.SelectContext;
import io.leat.grammar.LeatParser.SetSettingContext;
import io.leat.grammar.LeatParser.ShowContext;
import io.leat.grammar.LeatParser.StatementSetContext;
import io.leat.grammar.LeatParser.StopJobContext;
import io.leat.grammar.LeatParser.SubscribeContext;
import io.leat.grammar.LeatParserBaseVisitor;
import io.leat.parser.statement.CreateSavepoint;
import io.leat.parser.statement.Describe;
import io.leat.parser.statement.Drop;
import io.leat.parser.statement.DropSavepoint;
import io.leat.parser.statement.Explain;
import io.leat.parser.statement.ExportDatabase;
import io.leat.parser.statement.Flush;
import io.leat.parser.statement.Print;
import io.leat.parser.statement.Select;
import io.leat.parser.statement.Statement;
import io.leat.parser.statement.StatementSet;
import io.leat.parser.statement.StopJob;
import io.leat.parser.statement.Subscribe;
import java.util.Optional;

/** Sends each statement of the grammar to the reader that knows it. */
final class StatementReader extends LeatParserBaseVisitor<Statement> {
    private final Source source;
    private final Names names;
    private final Islands islands;
    private final CreateReader creates;

    StatementReader(Source source, Limits limits) {
        this.source = source;
        this.names = new Names(source);
        this.islands = new Islands(source, limits);
        this.creates = new CreateReader(source, islands);
    }

    @Override
    protected Statement aggregateResult(Statement aggregate, Statement next) {
        return next == null ? aggregate : next;
    }

    @Override
    public Statement visitSelect(SelectContext context) {
        return new Select(islands.query(context.query()), Clauses.emit(context.emit()));
    }

    @Override
    public Statement visitInsert(InsertContext context) {
        return creates.insert(context);
    }

    @Override
    public Statement visitModify(ModifyContext context) {
        return new ModifyReader(source, islands).read(context);
    }

    @Override
    public Statement visitCreateTable(CreateTableContext context) {
        return CreateTableReader.read(context, source, islands);
    }

    @Override
    public Statement visitCreateView(CreateViewContext context) {
        return creates.view(context);
    }

    @Override
    public Statement visitCreateJob(CreateJobContext context) {
        return creates.job(context);
    }

    @Override
    public Statement visitCreateSqlFunction(CreateSqlFunctionContext context) {
        return creates.sqlFunction(context);
    }

    @Override
    public Statement visitCreateFunction(CreateFunctionContext context) {
        return creates.function(context);
    }

    @Override
    public Statement visitCreateIndex(CreateIndexContext context) {
        return creates.index(context);
    }

    @Override
    public Statement visitStopJob(StopJobContext context) {
        return new StopJob(names.qualified(context.qualifiedName()), context.IF() != null);
    }

    @Override
    public Statement visitDrop(DropContext context) {
        return new Drop(
                Clauses.kind(context.objectKind()),
                context.qualifiedName().stream().map(names::qualified).toList(),
                context.IF() != null,
                context.CASCADE() != null);
    }

    @Override
    public Statement visitSubscribe(SubscribeContext context) {
        return new Subscribe(
                Optional.ofNullable(context.qualifiedName()).map(names::qualified),
                Optional.ofNullable(context.query()).map(islands::query),
                new Clauses(source).options(context.withOptions()),
                Clauses.emit(context.emit()));
    }

    @Override
    public Statement visitExplain(ExplainContext context) {
        Optional<Statement> statement =
                Optional.ofNullable(context.explainable()).map(this::visit);
        Explain explain = new InspectReader(source).explain(context, statement);
        if (explain.mode() == Explain.Mode.VIEW && statement.isPresent()) {
            throw LeatException.unsupported("EXPLAIN VIEW of a statement", "name a view, or leave VIEW out.")
                    .at(source.span(context.explainable()));
        }
        return explain;
    }

    @Override
    public Statement visitExplainable(ExplainableContext context) {
        return context.query() == null
                ? visitChildren(context)
                : new Select(islands.query(context.query()), Clauses.emit(context.emit()));
    }

    @Override
    public Statement visitShow(ShowContext context) {
        return new InspectReader(source).show(context.showTarget());
    }

    @Override
    public Statement visitDescribe(DescribeContext context) {
        return new Describe(names.qualified(context.qualifiedName()));
    }

    @Override
    public Statement visitSetSetting(SetSettingContext context) {
        return new SettingReader(source).set(context);
    }

    @Override
    public Statement visitResetSetting(ResetSettingContext context) {
        return new SettingReader(source).reset(context);
    }

    @Override
    public Statement visitFlush(FlushContext context) {
        return new Flush();
    }

    @Override
    public Statement visitStatementSet(StatementSetContext context) {
        return new StatementSet(context.insert().stream().map(creates::insert).toList());
    }

    @Override
    public Statement visitAdvanceWatermark(AdvanceWatermarkContext context) {
        return new WatermarkReader(source).read(context);
    }

    @Override
    public Statement visitCreateSavepoint(CreateSavepointContext context) {
        return new CreateSavepoint(names.simple(context.identifier()), context.ifNotExists() != null);
    }

    @Override
    public Statement visitDropSavepoint(DropSavepointContext context) {
        return new DropSavepoint(names.simple(context.identifier()), context.IF() != null);
    }

    @Override
    public Statement visitExportDatabase(ExportDatabaseContext context) {
        return new ExportDatabase(Literals.string(context.STRING().getSymbol()));
    }

    @Override
    public Statement visitPrint(PrintContext context) {
        int limit = context.NUMBER() == null
                ? Print.LIMIT_DEFAULT
                : TypeSizes.number(context.NUMBER().getSymbol(), source);
        return new Print(names.qualified(context.qualifiedName()), limit);
    }
}
