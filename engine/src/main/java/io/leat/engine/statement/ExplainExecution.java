package io.leat.engine.statement;

import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Plan;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.JobObject;
import io.leat.engine.catalog.LogicalViewObject;
import io.leat.engine.catalog.TableObject;
import io.leat.engine.catalog.ViewObject;
import io.leat.parser.statement.CreateJob;
import io.leat.parser.statement.CreateView;
import io.leat.parser.statement.Emit;
import io.leat.parser.statement.Explain;
import io.leat.parser.statement.Insert;
import io.leat.parser.statement.ObjectName;
import io.leat.parser.statement.Select;
import io.leat.parser.statement.SqlQuery;
import io.leat.parser.statement.Statement;
import io.leat.parser.statement.Subscribe;
import io.leat.planner.PlannedInsert;
import io.leat.planner.QueryKind;
import io.leat.planner.explain.Explanation;
import java.util.List;

/** EXPLAIN: the incremental plan, what a running pipeline has done so far, or why a view is quiet. */
final class ExplainExecution {

    private ExplainExecution() {}

    static Outcome run(Execution execution, Explain statement) {
        return switch (statement.mode()) {
            case PLAN -> plan(execution, statement);
            case ANALYZE -> AnalyzeText.of(execution, pipeline(execution, statement));
            case VIEW -> QuietView.explain(execution, pipeline(execution, statement));
        };
    }

    private static Outcome plan(Execution execution, Explain statement) {
        Explained explained = statement.statement().isPresent()
                ? planOf(execution, statement.statement().get())
                : planOf(execution, statement.name().orElseThrow());
        Explanation explanation = Explanation.of(explained.plan(), execution.catalog());
        String text = switch (statement.format()) {
            case TEXT -> explained.sink() + explanation.text();
            case JSON -> explanation.json();
            case DOT -> explanation.dot();
        };
        return Outcome.lines("plan", text.lines().toList(), execution.nanos());
    }

    /**
     * What is explained.
     *
     * @param sink a line about the sink, or nothing
     */
    private record Explained(Plan plan, String sink) {
        Explained(Plan plan) {
            this(plan, "");
        }

        static Explained of(Execution execution, Plan plan, TableDefinition table, boolean temporary) {
            String sink = table.connector()
                    .map(connector -> "Sink " + table.name() + ", connector " + connector + ": "
                            + execution.database().delivery(table, temporary) + "\n")
                    .orElse("");
            return new Explained(plan, sink);
        }
    }

    private static Explained planOf(Execution execution, ObjectName name) {
        CatalogObject object = execution.catalog().require(name);
        if (object instanceof ViewObject view) {
            return new Explained(view.plan());
        }
        if (object instanceof JobObject job) {
            TableObject sink =
                    (TableObject) execution.catalog().object(job.sink()).orElseThrow();
            return Explained.of(execution, job.query().plan(), sink.definition(), job.isTemporary());
        }
        if (object instanceof LogicalViewObject view) {
            return new Explained(view.query().plan());
        }
        throw LeatException.of(
                        ErrorCode.WRONG_OBJECT_KIND,
                        "\"" + object.name() + "\" is a " + object.kind() + " and has no plan")
                .at(name.span())
                .hint("Explain a query over it: EXPLAIN SELECT * FROM " + object.name() + ".");
    }

    private static Explained planOf(Execution execution, Statement statement) {
        if (statement instanceof Select select) {
            QueryKind kind = select.emit() == Emit.NONE ? QueryKind.SNAPSHOT : QueryKind.CONTINUOUS;
            return new Explained(execution
                    .planner()
                    .plan(select.query(), select.emit(), kind)
                    .plan());
        }
        if (statement instanceof CreateView view) {
            return continuous(execution, view.query(), view.emit());
        }
        if (statement instanceof Subscribe subscribe && subscribe.query().isPresent()) {
            return continuous(execution, subscribe.query().get(), subscribe.emit());
        }
        Insert insert = statement instanceof CreateJob job ? job.insert() : null;
        if (statement instanceof Insert plain) {
            insert = plain;
        }
        if (insert != null) {
            PlannedInsert planned = execution.planner().planInsert(insert, insert.emit(), QueryKind.CONTINUOUS);
            return Explained.of(
                    execution,
                    planned.query().plan(),
                    planned.target().definition(),
                    JobExecution.isTemporary(execution.database(), planned));
        }
        throw LeatException.unsupported("EXPLAIN of this statement", "Explain a query, a view or an INSERT.");
    }

    private static Explained continuous(Execution execution, SqlQuery query, Emit emit) {
        return new Explained(
                execution.planner().plan(query, emit, QueryKind.CONTINUOUS).plan());
    }

    private static String pipeline(Execution execution, Explain statement) {
        ObjectName name = statement
                .name()
                .orElseThrow(() -> LeatException.unsupported(
                        "EXPLAIN ANALYZE of a statement", "Name a running view or job: EXPLAIN ANALYZE my_view."));
        CatalogObject object = execution.catalog().require(name);
        if (!List.of(ViewObject.class, JobObject.class).contains(object.getClass())) {
            throw LeatException.of(
                            ErrorCode.WRONG_OBJECT_KIND,
                            "\"" + object.name() + "\" is a " + object.kind() + ", and nothing of it is running")
                    .at(name.span())
                    .hint("Only materialized views and jobs run.");
        }
        return object.name();
    }
}
