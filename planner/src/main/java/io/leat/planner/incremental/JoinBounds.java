package io.leat.planner.incremental;

import io.leat.core.plan.Closing;
import io.leat.core.plan.Join;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When a join may forget rows. A row of one side may go when no later change of the other side can match it, which a pair
 * of key columns tells when the other side's column closes; and when its own side will not take it back, or bring more
 * rows like it that would miss forgotten partners.
 */
final class JoinBounds {

    private JoinBounds() {}

    static Analysed analyse(Join join, Analysed left, Analysed right) {
        Join bounded = new Join(
                left.plan(),
                right.plan(),
                join.kind(),
                join.leftKeys(),
                join.rightKeys(),
                join.residual(),
                closing(join, left, right, true),
                closing(join, left, right, false),
                join.schema());
        return new Analysed(
                bounded,
                ChangeModes.of(bounded),
                closings(join, left, left.closings(), left.fixed(), right.closings(), right.fixed()),
                closings(join, left, left.finals(), !left.timed(), right.finals(), !right.timed()),
                left.timed() || right.timed(),
                left.fixed() && right.fixed());
    }

    private static Map<Integer, Long> closings(
            Join join,
            Analysed left,
            Map<Integer, Long> leftClosings,
            boolean leftFixed,
            Map<Integer, Long> rightClosings,
            boolean rightFixed) {
        boolean rightColumns = join.kind() != Join.Kind.SEMI && join.kind() != Join.Kind.ANTI;
        int width = left.plan().schema().size();
        return ClosingRules.join(
                new ClosingRules.JoinSide(leftClosings, width, leftFixed),
                new ClosingRules.JoinSide(rightClosings, 0, rightFixed),
                join.leftKeys(),
                join.rightKeys(),
                rightColumns);
    }

    private static Optional<Closing> closing(Join join, Analysed left, Analysed right, boolean ofLeft) {
        Map<Integer, Long> closings = new TreeMap<>();
        for (int i = 0; i < join.leftKeys().size(); i++) {
            int leftKey = join.leftKeys().get(i);
            int rightKey = join.rightKeys().get(i);
            Long leftSlack = left.closings().get(leftKey);
            Long rightSlack = right.closings().get(rightKey);
            if (leftSlack != null && rightSlack != null) {
                closings.put(ofLeft ? leftKey : rightKey, Math.min(leftSlack, rightSlack));
            }
        }
        return Analysed.best(closings);
    }
}
