package io.leat.engine.statement;

import io.leat.core.plan.Plan;
import io.leat.engine.run.DivertedTable;
import io.leat.engine.run.Graph;
import io.leat.engine.run.LivePipeline;
import io.leat.engine.run.LiveTable;
import io.leat.engine.run.LiveView;
import io.leat.engine.run.OrdinaryTable;
import io.leat.engine.run.SourceTable;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.circuit.Node;
import io.leat.executor.source.TableReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** EXPLAIN VIEW: why a view is empty, or has not changed for a while. */
final class QuietView {

    private QuietView() {}

    static Outcome explain(Execution execution, String name) {
        List<String> lines = execution.database().loop().call(() -> {
            Graph graph = execution.database().graph();
            return lines(graph, graph.pipeline(name).orElseThrow());
        });
        return Outcome.lines("explanation", lines, execution.nanos());
    }

    private static List<String> lines(Graph graph, LivePipeline pipeline) {
        List<String> lines = new ArrayList<>();
        lines.add(state(pipeline));
        pipeline.failure().ifPresent(reason -> lines.add("it stopped: " + reason.getMessage()));
        for (InputNode input : pipeline.inputs()) {
            lines.addAll(table(graph, graph.table(input.relation())));
        }
        for (Node node : Circuit.below(pipeline.root())) {
            lines.addAll(operator(node));
        }
        return lines;
    }

    private static String state(LivePipeline pipeline) {
        String running = pipeline.isEnded()
                ? "has ended"
                : pipeline.failure().map(reason -> "stands").orElse("is running");
        if (pipeline instanceof LiveView view) {
            return "view \"" + view.name() + "\" " + running + ", has " + view.rows() + " rows, last changed in tick "
                    + view.changedTick();
        }
        return "\"" + pipeline.name() + "\" " + running;
    }

    private static List<String> table(Graph graph, LiveTable table) {
        String name = "table \"" + table.definition().name() + "\": ";
        if (table instanceof OrdinaryTable ordinary) {
            String rows = ordinary.rows() == 0 ? "no row has been inserted" : ordinary.rows() + " rows";
            return List.of(name + rows + ", watermark " + time(table));
        }
        if (table instanceof DivertedTable diverted) {
            return List.of(name + diverted.rows() + " rows were diverted to it");
        }
        SourceTable source = (SourceTable) table;
        List<String> lines = new ArrayList<>();
        source.failure().ifPresent(reason -> lines.add(name + "reading stopped: " + reason.getMessage()));
        source.reader().ifPresent(reader -> lines.add(name + read(graph, source, reader)));
        return lines;
    }

    private static String read(Graph graph, SourceTable source, TableReader reader) {
        StringBuilder text = new StringBuilder();
        text.append(reader.counters().rows()).append(" rows read");
        text.append(source.isEnded() ? ", all of them" : reader.counters().rows() == 0 ? " yet" : "");
        append(text, graph.lateRows(source.definition().name()), " too late");
        append(
                text,
                reader.counters().bad(),
                " could not be decoded (" + reader.counters().lastBad() + ")");
        append(text, reader.counters().failed(), " could not be computed");
        text.append(", watermark ").append(time(source));
        boolean held = !source.isEnded() && source.definition().watermark().isPresent();
        reader.slowestPartition()
                .filter(partition -> held)
                .ifPresent(partition -> text.append(", held back by partition ").append(partition));
        return text.toString();
    }

    private static void append(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(what);
        }
    }

    private static String time(LiveTable table) {
        if (table.definition().watermark().isEmpty()) {
            return "none is declared";
        }
        long watermark = table.watermark();
        if (watermark == Long.MIN_VALUE) {
            return "has not begun";
        }
        return watermark == Long.MAX_VALUE
                ? "at the end"
                : Instant.ofEpochMilli(watermark).toString();
    }

    private static List<String> operator(Node node) {
        List<String> lines = new ArrayList<>();
        Plan plan = node.plan();
        String name = plan.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        long in = node.counters().rowsIn();
        if (in > 0 && node.counters().rowsOut() == 0) {
            lines.add(name + " took " + in + " rows and let none pass"
                    + (node.stateRows() > 0
                            ? "; " + node.stateRows() + " wait in it for the watermark or a match"
                            : ""));
        }
        node.errors()
                .last()
                .ifPresent(error -> lines.add(name + " left out "
                        + node.errors().count() + " rows that it could not compute: " + error.getMessage()));
        return lines;
    }
}
