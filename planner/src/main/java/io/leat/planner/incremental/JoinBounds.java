package io.leat.planner.incremental;

import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Join;
import io.leat.core.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When a join may forget rows. A row of one side may go when no later change of the other side can match it: the join
 * demands a time of the other side that is no later than one of the row, and that time closes over there.
 *
 * <p>That is enough for both sides. What its own side takes back, or brings again, later finds all partners that it can
 * match, because they are kept by the same rule; and a forgotten row has met all its partners. Where the event time of a
 * stream would bound the other stream, its late rows leave before the join.
 */
final class JoinBounds {
    private final Join join;
    private final RelationFacts facts;
    private final List<TimeComparison> comparisons;

    JoinBounds(Join join, RelationFacts facts) {
        this.join = join;
        this.facts = facts;
        this.comparisons = TimeComparison.of(join);
    }

    Analysed analyse(Analysed leftInput, Analysed rightInput) {
        Analysed left = punctual(join.left(), leftInput, rightInput, true);
        Analysed right = punctual(join.right(), rightInput, leftInput, false);
        Join bounded = new Join(
                left.plan(),
                right.plan(),
                join.kind(),
                join.leftKeys(),
                join.rightKeys(),
                join.residual(),
                closing(left, right, true),
                closing(left, right, false),
                join.schema());
        return new Analysed(
                bounded,
                ChangeModes.of(bounded),
                closings(left.closings(), left.fixed(), right.closings(), right.fixed()),
                closings(left.finals(), !left.timed(), right.finals(), !right.timed()),
                left.timed() || right.timed(),
                left.fixed() && right.fixed());
    }

    /** An input without its late rows, if that bounds what is remembered of the other input and nothing else does. */
    private Analysed punctual(Plan plan, Analysed input, Analysed other, boolean isLeft) {
        boolean stream = input.timed() && input.changes() == ChangeMode.APPEND_ONLY;
        if (!stream || !other.timed() || !byRow() || bounds(input, isLeft)) {
            return input;
        }
        Optional<Analysed> onTime = LateRows.leave(plan, facts, 0)
                .map(leaving -> StateBounds.analyse(leaving, facts))
                .filter(punctual -> bounds(punctual, isLeft));
        long allowance = onTime.map(strict -> allowance(strict, other, isLeft)).orElse(0L);
        return allowance > 0
                ? StateBounds.analyse(LateRows.leave(plan, facts, allowance).orElseThrow(), facts)
                : onTime.orElse(input);
    }

    /**
     * How long after its time a row may still come: as long as windows of the other side that it can match are open. Where
     * the other side has no windows, its own late rows leave as strictly.
     */
    private long allowance(Analysed strict, Analysed other, boolean isLeft) {
        return comparisons.stream()
                .filter(comparison -> comparison.earlierLeft() != isLeft
                        && other.closings().containsKey(comparison.earlier())
                        && strict.closings().containsKey(comparison.later()))
                .mapToLong(comparison -> comparison.millis()
                        + strict.closings().get(comparison.later())
                        - other.closings().get(comparison.earlier()))
                .min()
                .orElse(0);
    }

    private boolean bounds(Analysed input, boolean isLeft) {
        return comparisons.stream()
                .anyMatch(comparison ->
                        comparison.earlierLeft() == isLeft && input.closings().containsKey(comparison.earlier()));
    }

    private Map<Integer, Long> closings(
            Map<Integer, Long> leftClosings, boolean leftFixed, Map<Integer, Long> rightClosings, boolean rightFixed) {
        boolean rightColumns = join.kind() != Join.Kind.SEMI && join.kind() != Join.Kind.ANTI;
        return ClosingRules.join(
                new ClosingRules.JoinSide(leftClosings, join.left().schema().size(), leftFixed),
                new ClosingRules.JoinSide(rightClosings, 0, rightFixed),
                comparisons,
                rightColumns);
    }

    /**
     * Whether each row has its own fate. In the other joins all rows of a key appear alone, or not, together, and that is
     * known only as long as both sides remember the key: they must forget it at once.
     */
    private boolean byRow() {
        return join.kind() == Join.Kind.INNER || join.residual().isPresent();
    }

    private Optional<Closing> closing(Analysed left, Analysed right, boolean ofLeft) {
        Analysed own = ofLeft ? left : right;
        Analysed other = ofLeft ? right : left;
        Map<Integer, Long> closings = new TreeMap<>();
        for (TimeComparison comparison : comparisons) {
            Long otherSlack = other.closings().get(comparison.earlier());
            if (comparison.earlierLeft() == ofLeft || otherSlack == null) {
                continue;
            }
            long slack = otherSlack - comparison.millis();
            Long ownSlack = own.closings().get(comparison.later());
            if (byRow()) {
                closings.merge(comparison.later(), slack, Math::max);
            } else if (ownSlack != null) {
                closings.merge(comparison.later(), Math.min(slack, ownSlack), Math::max);
            }
        }
        return Analysed.best(closings);
    }
}
