package io.leat.planner.explain;

import java.util.List;

/** The plan as a tree of lines. */
final class ExplainText {

    private ExplainText() {}

    static String of(PlanNode root) {
        StringBuilder text = new StringBuilder();
        append(text, root, "", "");
        return text.toString();
    }

    private static void append(StringBuilder text, PlanNode node, String first, String rest) {
        String detail = node.detail().isEmpty() ? "" : " " + node.detail();
        text.append(first).append(node.operator()).append(detail);
        text.append("  [").append(node.changesText()).append("]\n");
        String bar = node.inputs().isEmpty() ? "  " : "│ ";
        node.state()
                .ifPresent(state -> text.append(rest)
                        .append(bar)
                        .append("  state: ")
                        .append(state)
                        .append('\n'));
        List<PlanNode> inputs = node.inputs();
        for (int i = 0; i < inputs.size(); i++) {
            boolean last = i == inputs.size() - 1;
            append(text, inputs.get(i), rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "));
        }
    }
}
