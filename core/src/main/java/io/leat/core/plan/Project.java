package io.leat.core.plan;

import io.leat.core.expression.Expression;
import io.leat.core.type.Schema;
import java.util.List;

/** Each row's expressions. Linear, keeps no state. */
public record Project(Plan input, List<Expression> expressions, Schema schema) implements Plan {
    public Project {
        expressions = List.copyOf(expressions);
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }

    @Override
    public <R> R accept(PlanVisitor<R> visitor) {
        return visitor.project(this);
    }
}
