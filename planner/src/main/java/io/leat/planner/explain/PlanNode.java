package io.leat.planner.explain;

import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Fingerprint;
import java.util.List;
import java.util.Optional;

/**
 * An operator as EXPLAIN shows it.
 *
 * @param operator what kind it is
 * @param detail what it does, in one line
 * @param columns the names of its output
 * @param state what it remembers and until when; empty if it remembers nothing
 * @param changes whether its output takes rows back
 * @param fingerprint its identity, by which its state and counters are found
 */
public record PlanNode(
        String operator,
        String detail,
        List<String> columns,
        Optional<String> state,
        ChangeMode changes,
        Fingerprint fingerprint,
        List<PlanNode> inputs) {
    public PlanNode {
        columns = List.copyOf(columns);
        inputs = List.copyOf(inputs);
    }

    /** Append-only or updating, as people read it. */
    String changesText() {
        return changes == ChangeMode.APPEND_ONLY ? "append-only" : "updating";
    }
}
