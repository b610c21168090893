package io.leat.executor.window;

import io.leat.core.plan.EmitFinal;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Session;
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

/** Sessions and EMIT FINAL against the oracle, on random plans and histories. */
class EventTimeContractTest {

    private static Optional<Operator> make(Plan plan) {
        OperatorContext context =
                new OperatorContext("test", new MemoryStateStore(), ExpressionErrors.FAIL, LateCounter.NONE, 3);
        if (plan instanceof Session session) {
            return Optional.of(new SessionOperator(session, context));
        }
        return plan instanceof EmitFinal emitFinal
                ? Optional.of(new EmitFinalOperator(emitFinal, context))
                : Optional.empty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SESSION", "SESSION_JOIN", "SESSION_AGGREGATE", "EMIT_FINAL"})
    void everyTickIsWhatTheOracleSays(RandomPlans.Shape shape) {
        new OperatorContract(EventTimeContractTest.class, EventTimeContractTest::make).check(shape, 300);
    }
}
