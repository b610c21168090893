package io.leat.engine.statement;

import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.engine.Result;
import io.leat.engine.catalog.Catalog;
import io.leat.engine.catalog.LogicalViewObject;
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
import io.leat.parser.statement.Emit;
import io.leat.parser.statement.Explain;
import io.leat.parser.statement.ExportDatabase;
import io.leat.parser.statement.Flush;
import io.leat.parser.statement.Insert;
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
import io.leat.planner.PlannedQuery;
import io.leat.planner.catalog.Relation;
import io.leat.planner.catalog.SystemRelation;
import io.leat.planner.catalog.TableRelation;
import io.leat.planner.catalog.ViewRelation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds who executes a statement. */
public final class StatementExecutor {

    private StatementExecutor() {}

    /**
     * Executes a statement.
     *
     * @param begun the clock's nanoseconds before it was read
     * @throws LeatException OUT_OF_MEMORY among others; what the statement had taken is free again then
     */
    public static Result execute(Execution execution, long begun) {
        Outcome outcome = run(execution);
        long ended = execution.nanos();
        return new Result(
                outcome.kind(),
                outcome.cursor(),
                outcome.count(),
                outcome.message(),
                Duration.ofNanos(outcome.plannedAt() - begun),
                Duration.ofNanos(ended - outcome.plannedAt()));
    }

    private static Outcome run(Execution execution) {
        try {
            return dispatch(execution, execution.parsed().statement());
        } catch (OutOfMemoryError e) {
            throw LeatException.internal("while a statement was running", e);
        }
    }

    private static Outcome dispatch(Execution execution, Statement statement) {
        if (statement instanceof Select select) {
            return select.emit() == Emit.CHANGES
                    ? SubscribeExecution.changes(execution, select)
                    : SelectExecution.run(execution, select);
        }
        if (statement instanceof Subscribe subscribe) {
            return SubscribeExecution.run(execution, subscribe);
        }
        if (statement instanceof Insert insert) {
            return InsertExecution.run(execution, insert);
        }
        if (statement instanceof Update || statement instanceof Delete) {
            return ModifyExecution.run(execution, statement);
        }
        return dispatchDefinition(execution, statement);
    }

    private static Outcome dispatchDefinition(Execution execution, Statement statement) {
        if (statement instanceof CreateTable table) {
            return CreateTableExecution.run(execution, table);
        }
        if (statement instanceof CreateView view) {
            return CreateViewExecution.run(execution, view);
        }
        if (statement instanceof CreateJob job) {
            return JobExecution.create(execution, job);
        }
        if (statement instanceof StatementSet set) {
            return JobExecution.createAll(execution, set);
        }
        if (statement instanceof StopJob stop) {
            return JobExecution.stop(execution, stop);
        }
        if (statement instanceof Drop drop) {
            return DropExecution.run(execution, drop);
        }
        if (statement instanceof CreateSqlFunction function) {
            return CreateFunctionExecution.run(execution, function);
        }
        if (statement instanceof CreateFunction function) {
            return CreateFunctionExecution.run(execution, function);
        }
        if (statement instanceof CreateSavepoint create) {
            return CopyExecution.create(execution, create);
        }
        if (statement instanceof DropSavepoint drop) {
            return CopyExecution.drop(execution, drop);
        }
        if (statement instanceof ExportDatabase export) {
            return CopyExecution.export(execution, export);
        }
        if (statement instanceof CreateIndex) {
            throw LeatException.unsupported("CREATE INDEX", "Queries over a view work without one.");
        }
        return dispatchInspection(execution, statement);
    }

    private static Outcome dispatchInspection(Execution execution, Statement statement) {
        if (statement instanceof Explain explain) {
            return ExplainExecution.run(execution, explain);
        }
        if (statement instanceof Show show) {
            return ShowExecution.run(execution, show);
        }
        if (statement instanceof Describe describe) {
            return DescribeExecution.run(execution, describe);
        }
        if (statement instanceof SetSetting set) {
            return SettingExecution.set(execution, set);
        }
        if (statement instanceof ResetSetting reset) {
            return SettingExecution.reset(execution, reset);
        }
        if (statement instanceof Flush) {
            return FlushExecution.run(execution);
        }
        if (statement instanceof AdvanceWatermark advance) {
            return AdvanceWatermarkExecution.run(execution, advance);
        }
        return PrintExecution.run(execution, (Print) statement);
    }

    /**
     * What is known of a statement before it runs.
     *
     * @param schema the columns of the rows that it would give; none if it gives none
     * @param parameterTypes the types that its parameters should have; empty if that is not known
     */
    public record Shape(Schema schema, List<DataType> parameterTypes) {}

    /** What is known of a statement before it runs. Nothing is executed. */
    public static Shape shape(Execution execution) {
        Statement statement = execution.parsed().statement();
        if (statement instanceof Select select && select.emit() != Emit.CHANGES) {
            PlannedQuery planned = SelectExecution.plan(execution, select);
            return new Shape(planned.schema(), planned.parameterTypes());
        }
        if (statement instanceof Insert insert) {
            return new Shape(new Schema(List.of()), InsertExecution.parameterTypes(execution, insert));
        }
        if (statement instanceof Update update) {
            return new Shape(
                    new Schema(List.of()),
                    execution.planner().planUpdate(update).parameterTypes());
        }
        if (statement instanceof Delete delete) {
            return new Shape(
                    new Schema(List.of()),
                    execution.planner().planDelete(delete).parameterTypes());
        }
        return new Shape(new Schema(List.of()), List.of());
    }

    /** The columns of a table or view; empty if there is none of that name. */
    public static Optional<Schema> relationSchema(Catalog catalog, String name) {
        return catalog.find(name, false).map(relation -> schema(catalog, relation));
    }

    static Schema schema(Catalog catalog, Relation relation) {
        if (relation instanceof TableRelation table) {
            return table.definition().schema();
        }
        if (relation instanceof ViewRelation view) {
            return view.schema();
        }
        if (relation instanceof SystemRelation system) {
            return system.schema();
        }
        return catalog.object(relation.name())
                .map(LogicalViewObject.class::cast)
                .map(view -> view.query().schema())
                .orElseThrow();
    }
}
