package io.leat.executor.aggregate;

import io.leat.core.plan.Aggregate;
import io.leat.core.plan.Plan;
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

/** The aggregate operator against the oracle, on random plans and histories. */
class AggregateContractTest {

    private static Optional<Operator> make(Plan plan) {
        OperatorContext context =
                new OperatorContext("aggregate", new MemoryStateStore(), ExpressionErrors.FAIL, LateCounter.NONE, 3);
        return plan instanceof Aggregate aggregate
                ? Optional.of(new AggregateOperator(aggregate, context))
                : Optional.empty();
    }

    @ParameterizedTest
    @EnumSource(names = {"AGGREGATE", "WINDOW_AGGREGATE", "SESSION_AGGREGATE"})
    void everyTickIsWhatTheOracleSays(RandomPlans.Shape shape) {
        new OperatorContract(AggregateContractTest.class, AggregateContractTest::make).check(shape, 400);
    }
}
