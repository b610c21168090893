package io.leat.executor.join;

import io.leat.core.plan.Join;
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

/** The join operator against the oracle, on random plans and histories. */
class JoinContractTest {

    private static Optional<Operator> make(Plan plan) {
        OperatorContext context =
                new OperatorContext("join", new MemoryStateStore(), ExpressionErrors.FAIL, LateCounter.NONE, 3);
        return plan instanceof Join join ? Optional.of(new JoinOperator(join, context)) : Optional.empty();
    }

    @ParameterizedTest
    @EnumSource(names = {"JOIN", "JOIN_OF_JOIN", "WINDOW_JOIN"})
    void everyTickIsWhatTheOracleSays(RandomPlans.Shape shape) {
        new OperatorContract(JoinContractTest.class, JoinContractTest::make).check(shape, 400);
    }
}
