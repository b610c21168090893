package io.leat.core.plan;

import io.leat.core.expression.Expression;
import io.leat.core.type.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Each left row, when it comes, with the rows that the right relation has then: {@code FOR SYSTEM_TIME AS OF} processing
 * time. What the right relation has at a tick counts for the left rows of that tick; later changes of it correct nothing.
 * Keeps the right rows by key and no left row. The left relation only adds rows.
 *
 * @param keepsLeft whether a left row without a match appears, with NULLs on the right
 * @param leftKeys columns of the left input, compared pairwise for equality with {@code rightKeys}; NULL matches nothing
 * @param rightKeys columns of the right input
 * @param residual a further condition over the columns of left and right together
 * @param schema left columns then right columns, which are nullable if {@code keepsLeft}
 */
public record LookupJoin(
        Plan left,
        Plan right,
        boolean keepsLeft,
        List<Integer> leftKeys,
        List<Integer> rightKeys,
        Optional<Expression> residual,
        Schema schema)
        implements Plan {

    public LookupJoin {
        leftKeys = List.copyOf(leftKeys);
        rightKeys = List.copyOf(rightKeys);
    }

    @Override
    public List<Plan> inputs() {
        return List.of(left, right);
    }

    @Override
    public <R> R accept(PlanVisitor<R> visitor) {
        return visitor.lookupJoin(this);
    }
}
