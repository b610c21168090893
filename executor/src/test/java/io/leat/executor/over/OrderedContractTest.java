package io.leat.executor.over;

import io.leat.core.plan.Over;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Rank;
import io.leat.executor.operator.ExpressionErrors;
import io.leat.executor.operator.LateCounter;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.oracle.OperatorContract;
import io.leat.executor.oracle.RandomPlans;
import io.leat.executor.state.MemoryStateStore;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ranks and functions over neighbouring rows against the oracle, on random plans and histories. */
class OrderedContractTest {

    private static Optional<Operator> make(Plan plan) {
        OperatorContext context =
                new OperatorContext("over", new MemoryStateStore(), ExpressionErrors.FAIL, LateCounter.NONE, 3);
        if (plan instanceof Rank rank) {
            return Optional.of(RankOperator.of(rank, context));
        }
        return plan instanceof Over over ? Optional.of(new OverOperator(over, context)) : Optional.empty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"RANK", "LEADERS", "LEADERS_OF_APPENDED", "RANK_OF_APPENDED", "WINDOW_RANK", "OVER", "WINDOW_OVER"
            })
    void everyTickIsWhatTheOracleSays(RandomPlans.Shape shape) {
        new OperatorContract(OrderedContractTest.class, OrderedContractTest::make).check(shape, 600);
    }
}
