package io.leat.planner.explain;

/** The plan as a graph; data flows along the arrows. */
final class ExplainDot {
    private final StringBuilder text = new StringBuilder("digraph plan {\n  node [shape=box];\n");
    private int next;

    private ExplainDot() {}

    static String of(PlanNode root) {
        ExplainDot dot = new ExplainDot();
        dot.append(root);
        return dot.text.append("}\n").toString();
    }

    private int append(PlanNode node) {
        int id = next++;
        String state = node.state()
                .map(remembered -> "\\nstate: " + escape(remembered))
                .orElse("");
        String label = node.operator() + "\\n" + escape(node.detail()) + state;
        text.append("  n").append(id).append(" [label=\"").append(label).append("\"];\n");
        for (PlanNode input : node.inputs()) {
            int from = append(input);
            text.append("  n").append(from).append(" -> n").append(id).append(";\n");
        }
        return id;
    }

    private static String escape(String detail) {
        return detail.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
