package io.leat.core.plan;

import io.leat.core.expression.Expression;
import io.leat.core.type.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Rows of two relations that match. Bilinear; keeps the rows of both sides by key.
 *
 * @param leftKeys columns of the left input, compared pairwise for equality with {@code rightKeys}; NULL matches
 *     nothing; none of them means that every pair is a candidate
 * @param rightKeys columns of the right input
 * @param residual a further condition over the columns of left and right together
 * @param leftClosing when a left row may be forgotten; the column is one of the left input's
 * @param rightClosing when a right row may be forgotten; the column is one of the right input's
 * @param schema left columns then right columns, nullable on the side that an outer join fills; SEMI and ANTI have the
 *     left columns only
 */
public record Join(
        Plan left,
        Plan right,
        Kind kind,
        List<Integer> leftKeys,
        List<Integer> rightKeys,
        Optional<Expression> residual,
        Optional<Closing> leftClosing,
        Optional<Closing> rightClosing,
        Schema schema)
        implements Plan {

    /** Which rows without a match appear. */
    public enum Kind {
        INNER,
        LEFT,
        RIGHT,
        FULL,
        /** Left rows that have a match, each once. */
        SEMI,
        /** Left rows that have none. */
        ANTI;

        /** Whether a left row without a match appears, with NULLs on the right (for ANTI: alone). */
        public boolean keepsLeft() {
            return this == LEFT || this == FULL || this == ANTI;
        }

        /** Whether a right row without a match appears, with NULLs on the left. */
        public boolean keepsRight() {
            return this == RIGHT || this == FULL;
        }
    }

    public Join {
        leftKeys = List.copyOf(leftKeys);
        rightKeys = List.copyOf(rightKeys);
    }

    @Override
    public List<Plan> inputs() {
        return List.of(left, right);
    }

    @Override
    public <R> R accept(PlanVisitor<R> visitor) {
        return visitor.join(this);
    }
}
