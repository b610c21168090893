package io.leat.planner;

import io.leat.core.error.LeatException;
import io.leat.core.error.Span;
import io.leat.core.expression.Expression;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.parser.statement.Assignment;
import io.leat.parser.statement.Delete;
import io.leat.parser.statement.ObjectName;
import io.leat.parser.statement.SqlExpression;
import io.leat.parser.statement.Update;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.catalog.TableRelation;
import io.leat.planner.logical.ColumnPruner;
import io.leat.planner.logical.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlParserPos;

/** UPDATE and DELETE as finite queries over the table: the rows to remove, and what to put in their place. */
final class ChangePlanner {
    private final CatalogView catalog;
    private final QueryPlanner planner;

    ChangePlanner(CatalogView catalog, QueryPlanner planner) {
        this.catalog = catalog;
        this.planner = planner;
    }

    PlannedChange delete(Delete delete) {
        TableRelation target = target(delete.table(), "DELETE");
        List<SqlNode> columns = columns(target);
        QueryPlanner.Logical rows = rows(target, columns, delete.where());
        return new PlannedChange(target, ColumnPruner.prune(rows.plan()), rows.parameterTypes());
    }

    PlannedChange update(Update update) {
        TableRelation target = target(update.table(), "UPDATE");
        Schema written = Targets.written(target);
        List<SqlNode> list = new ArrayList<>(columns(target));
        List<SqlNode> values = new ArrayList<>(columns(target));
        List<Span> places = new ArrayList<>();
        written.fields().forEach(field -> places.add(update.table().span()));
        for (Assignment assignment : update.assignments()) {
            int column = Targets.column(target, assignment.column());
            values.set(column, AssignedParameters.typed(assignment.value().node(), written.type(column)));
            places.set(column, assignment.value().source().span());
        }
        list.addAll(values);
        QueryPlanner.Logical rows = rows(target, list, update.where());
        Plan plan = fit(ColumnPruner.prune(rows.plan()), written, places);
        return new PlannedChange(target, plan, rows.parameterTypes());
    }

    private TableRelation target(ObjectName name, String statement) {
        TableRelation target = Targets.table(catalog, name);
        target.definition().connector().ifPresent(connector -> {
            throw LeatException.unsupported(
                            statement + " on a table of the connector '" + connector + "'",
                            "Change the data where it comes from; only tables without a connector can be changed here.")
                    .at(name.span());
        });
        return target;
    }

    private static List<SqlNode> columns(TableRelation target) {
        return Targets.written(target).names().stream()
                .<SqlNode>map(name -> new SqlIdentifier(name, SqlParserPos.QUOTED_ZERO))
                .toList();
    }

    private QueryPlanner.Logical rows(TableRelation target, List<SqlNode> list, Optional<SqlExpression> where) {
        SqlNode source = new SqlIdentifier(List.of(target.name().split("\\.")), SqlParserPos.QUOTED_ZERO);
        SqlNode condition = where.map(SqlExpression::node).orElse(null);
        SqlNode select = ExpressionCompiler.select(
                new SqlNodeList(list, SqlParserPos.ZERO), source, condition, SqlParserPos.ZERO);
        return planner.translate(select);
    }

    private static Plan fit(Plan rows, Schema written, List<Span> places) {
        List<Expression> expressions = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        int width = written.size();
        for (int i = 0; i < 2 * width; i++) {
            Expression column = Columns.reference(rows, i);
            boolean old = i < width;
            expressions.add(
                    old
                            ? column
                            : Assignments.convert(
                                    column, written.type(i - width), written.name(i - width), places.get(i - width)));
            fields.add(new Field(written.name(i % width), expressions.get(i).type()));
        }
        return new Project(rows, expressions, new Schema(fields));
    }
}
