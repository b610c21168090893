package io.leat.executor.operator;

import io.leat.core.plan.Distinct;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Union;
import io.leat.core.plan.Window;
import io.leat.executor.kernel.KernelCompiler;
import io.leat.executor.oracle.OperatorContract;
import io.leat.executor.oracle.RandomPlans;
import io.leat.executor.state.MemoryStateStore;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Filter, project, window, union and distinct against the oracle, on random plans and histories. */
class LinearContractTest {

    private static Optional<Operator> make(Plan plan) {
        OperatorContext context =
                new OperatorContext("linear", new MemoryStateStore(), ExpressionErrors.FAIL, LateCounter.NONE, 3);
        if (plan instanceof Filter filter) {
            return Optional.of(new FilterOperator(KernelCompiler.predicate(filter.condition()), context));
        }
        if (plan instanceof Project project) {
            return Optional.of(new ProjectOperator(KernelCompiler.compileAll(project.expressions()), context));
        }
        if (plan instanceof Window window) {
            return Optional.of(new WindowOperator(window, context));
        }
        if (plan instanceof Distinct distinct) {
            return Optional.of(new DistinctOperator(distinct, context));
        }
        return plan instanceof Union ? Optional.of(new UnionOperator()) : Optional.empty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LINEAR", "DISTINCT", "JOIN", "WINDOW_AGGREGATE", "EMIT_FINAL"})
    void everyTickIsWhatTheOracleSays(RandomPlans.Shape shape) {
        new OperatorContract(LinearContractTest.class, LinearContractTest::make).check(shape, 200);
    }
}
