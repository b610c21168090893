package io.leat.planner.explain;

import java.util.List;
import java.util.stream.Collectors;

/** The plan as JSON. */
final class ExplainJson {

    private ExplainJson() {}

    static String of(PlanNode node) {
        return "{" + field("operator", node.operator()) + ","
                + field("detail", node.detail()) + ","
                + quote("columns") + ":" + strings(node.columns()) + ","
                + field("changes", node.changesText()) + ","
                + quote("state") + ":" + node.state().map(ExplainJson::quote).orElse("null") + ","
                + field("fingerprint", node.fingerprint().hex()) + ","
                + quote("inputs") + ":"
                + node.inputs().stream().map(ExplainJson::of).collect(Collectors.joining(",", "[", "]")) + "}";
    }

    private static String field(String name, String value) {
        return quote(name) + ":" + quote(value);
    }

    private static String strings(List<String> values) {
        return values.stream().map(ExplainJson::quote).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
