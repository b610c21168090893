package io.leat.planner;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Span;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Sort;
import io.leat.core.type.Schema;
import io.leat.parser.statement.Emit;
import io.leat.parser.statement.Insert;
import io.leat.parser.statement.ObjectName;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.catalog.TableRelation;
import io.leat.planner.logical.Columns;
import java.util.ArrayList;
import java.util.List;

/** INSERT: the query's columns become the target's. */
final class InsertPlanner {
    private final CatalogView catalog;
    private final QueryPlanner planner;

    InsertPlanner(CatalogView catalog, QueryPlanner planner) {
        this.catalog = catalog;
        this.planner = planner;
    }

    PlannedInsert plan(Insert insert, Emit emit, QueryKind kind) {
        TableRelation target = Targets.table(catalog, insert.table());
        List<Integer> columns = columns(insert, target);
        AssignedParameters.type(
                insert.query().node(), Targets.written(target).select(columns).types());
        PlannedQuery query =
                planner.plan(insert.query().node(), emit, kind, result -> fit(result, target, columns, insert));
        return new PlannedInsert(target, query);
    }

    private static List<Integer> columns(Insert insert, TableRelation target) {
        if (insert.columns().isEmpty()) {
            return Columns.range(0, Targets.written(target).size());
        }
        List<Integer> columns = new ArrayList<>();
        for (ObjectName name : insert.columns()) {
            int column = Targets.column(target, name);
            if (columns.contains(column)) {
                throw LeatException.of(ErrorCode.DUPLICATE_COLUMN, "column \"" + name.name() + "\" is named twice")
                        .at(name.span());
            }
            columns.add(column);
        }
        return columns;
    }

    private static QueryPlanner.Logical fit(
            QueryPlanner.Logical result, TableRelation target, List<Integer> columns, Insert insert) {
        Span place = insert.query().source().span();
        Schema written = Targets.written(target);
        int given = result.schema().size();
        if (given != columns.size()) {
            throw LeatException.of(
                            ErrorCode.TYPE_MISMATCH,
                            "INSERT INTO " + target.name() + " takes " + columns.size() + " columns but the query has "
                                    + given)
                    .at(place)
                    .hint("The columns are: "
                            + String.join(", ", written.select(columns).names()) + ".");
        }
        List<Expression> expressions = new ArrayList<>();
        Plan source = result.plan();
        for (int i = 0; i < written.size(); i++) {
            int from = columns.indexOf(i);
            expressions.add(from < 0 ? missing(written, i, place) : value(source, from, written, i, place));
        }
        Plan input = source instanceof Sort sort && sort.fetch() < 0 && sort.offset() == 0 ? sort.input() : source;
        if (input instanceof Sort) {
            throw LeatException.unsupported("LIMIT in INSERT", "Insert all rows, or filter them with WHERE.")
                    .at(place);
        }
        Schema schema = new Schema(written.fields());
        return new QueryPlanner.Logical(
                new Project(input, expressions, types(schema, expressions)), schema, result.parameterTypes());
    }

    private static Schema types(Schema names, List<Expression> expressions) {
        List<io.leat.core.type.Field> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            fields.add(new io.leat.core.type.Field(
                    names.name(i), expressions.get(i).type()));
        }
        return new Schema(fields);
    }

    private static Expression value(Plan source, int from, Schema written, int to, Span place) {
        return Assignments.convert(Columns.reference(source, from), written.type(to), written.name(to), place);
    }

    private static Expression missing(Schema written, int column, Span place) {
        if (!written.type(column).nullable()) {
            throw LeatException.of(
                            ErrorCode.NOT_NULL, "column \"" + written.name(column) + "\" is NOT NULL and gets no value")
                    .at(place);
        }
        return new Literal(null, written.type(column));
    }
}
