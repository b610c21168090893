package io.leat.executor.oracle;

import io.leat.core.plan.Join;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A join by looking at every pair of rows. */
final class NaiveJoin {
    private final Join plan;

    NaiveJoin(Join plan) {
        this.plan = plan;
    }

    Bag join(Bag left, Bag right) {
        Bag result = new Bag();
        left.rows().forEach((leftRow, leftWeight) -> {
            boolean matched = false;
            for (var rightRow : right.rows().entrySet()) {
                List<Object> pair = concat(leftRow, rightRow.getKey());
                if (matches(leftRow, rightRow.getKey(), pair)) {
                    matched = true;
                    if (pairsAppear()) {
                        result.add(pair, leftWeight * rightRow.getValue());
                    }
                }
            }
            if (plan.kind() == Join.Kind.SEMI && matched || plan.kind() == Join.Kind.ANTI && !matched) {
                result.add(leftRow, leftWeight);
            } else if (!matched && plan.kind().keepsLeft()) {
                result.add(concat(leftRow, nulls(plan.right().schema().size())), leftWeight);
            }
        });
        if (plan.kind().keepsRight()) {
            addUnmatchedRight(left, right, result);
        }
        return result;
    }

    private void addUnmatchedRight(Bag left, Bag right, Bag result) {
        right.rows().forEach((rightRow, weight) -> {
            boolean matched = left.rows().keySet().stream()
                    .anyMatch(leftRow -> matches(leftRow, rightRow, concat(leftRow, rightRow)));
            if (!matched) {
                result.add(concat(nulls(plan.left().schema().size()), rightRow), weight);
            }
        });
    }

    private boolean pairsAppear() {
        return plan.kind() != Join.Kind.SEMI && plan.kind() != Join.Kind.ANTI;
    }

    private boolean matches(List<Object> left, List<Object> right, List<Object> pair) {
        for (int i = 0; i < plan.leftKeys().size(); i++) {
            Object leftKey = left.get(plan.leftKeys().get(i));
            Object rightKey = right.get(plan.rightKeys().get(i));
            if (leftKey == null || rightKey == null || NaiveValues.compare(leftKey, rightKey) != 0) {
                return false;
            }
        }
        return plan.residual().isEmpty()
                || NaiveExpression.isTrue(plan.residual().get(), pair);
    }

    private static List<Object> concat(List<Object> left, List<Object> right) {
        List<Object> all = new ArrayList<>(left);
        all.addAll(right);
        return Bag.row(all.toArray());
    }

    private static List<Object> nulls(int count) {
        return Collections.nCopies(count, null);
    }
}
