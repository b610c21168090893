package io.leat.engine.statement;

import io.leat.core.plan.Plan;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.engine.run.LivePipeline;
import io.leat.executor.circuit.Node;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.explain.Explanation;
import io.leat.planner.explain.PlanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** EXPLAIN ANALYZE: the plan of a running pipeline with what each operator has done and what it remembers. */
final class AnalyzeText {
    private static final double NANOS_PER_MILLI = 1e6;

    private static final Schema SCHEMA = Schema.of(
            new Field("operator", DataType.STRING),
            new Field("rows_in", DataType.BIGINT),
            new Field("rows_out", DataType.BIGINT),
            new Field("state_rows", DataType.BIGINT),
            new Field("state_bytes", DataType.BIGINT),
            new Field("time_ms", DataType.DOUBLE),
            new Field("errors", DataType.BIGINT));

    private final CatalogView catalog;
    private final List<List<Object>> rows = new ArrayList<>();

    private AnalyzeText(CatalogView catalog) {
        this.catalog = catalog;
    }

    static Outcome of(Execution execution, String pipeline) {
        CatalogView catalog = execution.catalog();
        List<List<Object>> rows = execution.database().loop().call(() -> {
            LivePipeline live = execution.database().graph().pipeline(pipeline).orElseThrow();
            AnalyzeText text = new AnalyzeText(catalog);
            text.collect(Explanation.of(live.plan(), catalog).root(), live.plan(), live.root(), "");
            return text.rows;
        });
        return Outcome.values(SCHEMA, rows, execution.nanos());
    }

    private void collect(PlanNode text, Plan plan, Node node, String indent) {
        rows.add(row(indent + line(text), node));
        for (int i = 0; i < plan.inputs().size(); i++) {
            Node below = node.inputs().get(i);
            String inner = moves(below, indent + "  ");
            collect(text.inputs().get(i), plan.inputs().get(i), below.origin(), inner);
        }
    }

    /** What stands in no plan: exchanges between shards, and what is computed before them. Answers the indent below. */
    private String moves(Node node, String indent) {
        if (node == node.origin()) {
            return indent;
        }
        rows.add(row(indent + moveLine(node), node));
        String inner = indent + "  ";
        for (Node other : node.inputs().subList(1, node.inputs().size())) {
            moves(other, inner);
        }
        return moves(node.inputs().get(0), inner);
    }

    private String moveLine(Node node) {
        if (!node.isExchange()) {
            return "Early " + line(Explanation.of(node.plan(), catalog).root());
        }
        return node.distribution().hashed().stream()
                .findFirst()
                .map(columns -> columns.stream()
                        .map(column -> node.schema().name(column))
                        .collect(Collectors.joining(", ", "Exchange by ", "")))
                .orElse("Exchange to one shard");
    }

    private static String line(PlanNode text) {
        return text.detail().isEmpty() ? text.operator() : text.operator() + " " + text.detail();
    }

    private static List<Object> row(String operator, Node node) {
        return List.of(
                operator,
                node.counters().rowsIn(),
                node.counters().rowsOut(),
                node.stateRows(),
                node.stateBytes(),
                Math.round(node.counters().nanos() / NANOS_PER_MILLI * 10) / 10.0,
                node.errors().count());
    }
}
