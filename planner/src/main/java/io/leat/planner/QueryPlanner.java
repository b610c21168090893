package io.leat.planner;

import io.leat.core.plan.Plan;
import io.leat.core.plan.Sort;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.parser.statement.Emit;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.expression.ExpressionTranslator;
import io.leat.planner.expression.TranslationContext;
import io.leat.planner.incremental.AppendOnlyInputs;
import io.leat.planner.incremental.IncrementalPlan;
import io.leat.planner.incremental.RelationFacts;
import io.leat.planner.incremental.StateWarnings;
import io.leat.planner.logical.ColumnPruner;
import io.leat.planner.logical.Columns;
import io.leat.planner.logical.OwnExtremes;
import io.leat.planner.logical.RelTranslator;
import io.leat.planner.logical.SharedExpressions;
import io.leat.planner.logical.Simplifier;
import io.leat.planner.logical.SortTranslation;
import io.leat.planner.validate.FrontEnd;
import io.leat.planner.validate.TimeDependence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;

/** The line that one query travels: validated, converted, simplified, translated, made incremental. */
final class QueryPlanner {
    private final CatalogView catalog;
    private final PlanningContext context;
    private final AtomicBoolean cancelled;
    private final FrontEnd frontEnd;
    private final List<Warning> warnings = new ArrayList<>();

    QueryPlanner(CatalogView catalog, PlanningContext context, AtomicBoolean cancelled) {
        this.catalog = catalog;
        this.context = context;
        this.cancelled = cancelled;
        this.frontEnd = new FrontEnd(catalog, context.limits(), Simplifier.planner(cancelled));
    }

    /** A translated query, not yet incremental: its plan, output columns and parameters. */
    record Logical(Plan plan, Schema schema, List<DataType> parameterTypes) {}

    PlannedQuery plan(SqlNode query, Emit emit, QueryKind kind) {
        return plan(query, emit, kind, UnaryOperator.identity());
    }

    /**
     * Plans a query.
     *
     * @param shape what becomes of the result before it is made incremental: the conversion to an INSERT's target
     */
    PlannedQuery plan(SqlNode query, Emit emit, QueryKind kind, UnaryOperator<Logical> shape) {
        SqlNode body = kind == QueryKind.CONTINUOUS ? unordered(query) : query;
        Logical translated = translate(body, kind);
        Logical logical = shape.apply(kind == QueryKind.CONTINUOUS ? kept(translated) : translated);
        Plan pruned = ColumnPruner.prune(logical.plan());
        AppendOnlyInputs.check(pruned);
        Plan narrow = SharedExpressions.share(ColumnPruner.prune(OwnExtremes.recognise(pruned)));
        IncrementalPlan plan = IncrementalPlan.of(narrow, emit, new RelationFacts(catalog));
        if (kind == QueryKind.CONTINUOUS) {
            warnings.addAll(StateWarnings.of(plan.plan()));
        }
        int visible = logical.schema().size();
        return new PlannedQuery(
                plan.plan(),
                logical.schema(),
                plan.changes(),
                plan.uniqueKey().filter(key -> key.stream().allMatch(column -> column < visible)),
                plan.closings().stream()
                        .filter(closing -> closing.column() < visible)
                        .toList(),
                frontEnd.relations(),
                frontEnd.functions(),
                warnings,
                logical.parameterTypes());
    }

    /** A query that runs for ever has no order, though perhaps a limit, and nothing in it changes by itself. */
    private SqlNode unordered(SqlNode query) {
        TimeDependence.refuse(query);
        if (!(query instanceof SqlOrderBy ordered) || ordered.fetch != null || ordered.offset != null) {
            return query;
        }
        warnings.add(new Warning(
                "ORDER BY has no effect in a query that runs for ever",
                "Put ORDER BY on the SELECT that reads the view."));
        return ordered.query;
    }

    /** The rows of a limit, kept up to date, without columns that only the order needs. */
    private static Logical kept(Logical logical) {
        if (!(logical.plan() instanceof Sort sort)) {
            return logical;
        }
        List<Integer> visible = Columns.range(0, logical.schema().size());
        return new Logical(
                Columns.select(SortTranslation.ranked(sort), visible), logical.schema(), logical.parameterTypes());
    }

    /** A finite query as a plan over whole inputs. */
    Logical translate(SqlNode query) {
        return translate(query, QueryKind.SNAPSHOT);
    }

    private Logical translate(SqlNode query, QueryKind kind) {
        FrontEnd.Converted converted = frontEnd.convert(query, true);
        RelRoot root = converted.root();
        RelNode simple = Simplifier.simplify(root.rel, cancelled);
        List<Object> parameters = parameters(converted.parameterTypes().size());
        Instant now = Instant.ofEpochMilli(context.nowMillis());
        TranslationContext translation = new TranslationContext(parameters, now, context.zone(), context.limits());
        Optional<Instant> statement = kind == QueryKind.SNAPSHOT ? Optional.of(now) : Optional.empty();
        Plan plan =
                new RelTranslator(new ExpressionTranslator(translation), parameters, statement).translateRoot(simple);
        return new Logical(plan, names(root, plan), converted.parameterTypes());
    }

    private List<Object> parameters(int count) {
        return context.parameters().orElseGet(() -> new ArrayList<>(Collections.nCopies(count, null)));
    }

    private static Schema names(RelRoot root, Plan plan) {
        List<Field> fields = new ArrayList<>();
        Schema types = plan instanceof Sort sort ? sort.input().schema() : plan.schema();
        for (var field : root.fields) {
            fields.add(new Field(field.getValue(), types.type(fields.size())));
        }
        return new Schema(fields);
    }
}
