package io.leat.parser;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** Walks Calcite's tree without recursion, so that a deep one is an error and not a crash. */
final class SqlTree {

    private record Step(SqlNode node, int depth) {}

    private SqlTree() {}

    /**
     * Gives every call of the tree to a visitor, parents first.
     *
     * @throws LeatException TOO_COMPLEX if calls nest deeper than the limit; a chain like {@code a + 1 + 1} nests too
     */
    static void calls(SqlNode root, int depthMax, Consumer<SqlCall> visitor) {
        Deque<Step> pending = new ArrayDeque<>();
        pending.push(new Step(root, 0));
        while (!pending.isEmpty()) {
            Step step = pending.pop();
            if (step.node instanceof SqlCall call) {
                visitor.accept(call);
                check(step.depth + 1, depthMax, call);
                push(call.getOperandList(), step.depth + 1, pending);
            } else if (step.node instanceof SqlNodeList list) {
                push(list.getList(), step.depth, pending);
            }
        }
    }

    private static void push(List<SqlNode> nodes, int depth, Deque<Step> pending) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (nodes.get(i) != null) {
                pending.push(new Step(nodes.get(i), depth));
            }
        }
    }

    private static void check(int depth, int depthMax, SqlNode node) {
        if (depth > depthMax) {
            throw tooDeep(depthMax).at(Positions.span(node.getParserPosition()));
        }
    }

    /** The error for what nests too deep. */
    static LeatException tooDeep(int depthMax) {
        return LeatException.of(ErrorCode.TOO_COMPLEX, "the statement nests deeper than " + depthMax + " levels")
                .hint(
                        "chains of operators count too: use IN (...) for a long chain of OR, or split the query with views.");
    }
}
