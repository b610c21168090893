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

    private AnalyzeText() {}

    static Outcome of(Execution execution, String pipeline) {
        CatalogView catalog = execution.catalog();
        List<List<Object>> rows = execution.database().loop().call(() -> {
            LivePipeline live = execution.database().graph().pipeline(pipeline).orElseThrow();
            List<List<Object>> collected = new ArrayList<>();
            collect(collected, Explanation.of(live.plan(), catalog).root(), live.plan(), live.root(), "");
            return collected;
        });
        return Outcome.values(SCHEMA, rows, execution.nanos());
    }

    private static void collect(List<List<Object>> rows, PlanNode text, Plan plan, Node node, String indent) {
        String detail = text.detail().isEmpty() ? "" : " " + text.detail();
        rows.add(List.of(
                indent + text.operator() + detail,
                node.counters().rowsIn(),
                node.counters().rowsOut(),
                node.stateRows(),
                node.stateBytes(),
                Math.round(node.counters().nanos() / NANOS_PER_MILLI * 10) / 10.0,
                node.errors().count()));
        for (int i = 0; i < plan.inputs().size(); i++) {
            collect(
                    rows,
                    text.inputs().get(i),
                    plan.inputs().get(i),
                    node.inputs().get(i).origin(),
                    indent + "  ");
        }
    }
}
