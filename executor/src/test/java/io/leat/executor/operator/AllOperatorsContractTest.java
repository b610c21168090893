package io.leat.executor.operator;

import io.leat.core.plan.Aggregate;
import io.leat.core.plan.Distinct;
import io.leat.core.plan.EmitFinal;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Join;
import io.leat.core.plan.OnTime;
import io.leat.core.plan.Over;
import io.leat.core.plan.Panes;
import io.leat.core.plan.PartialAggregate;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Rank;
import io.leat.core.plan.Session;
import io.leat.core.plan.Union;
import io.leat.core.plan.Window;
import io.leat.executor.aggregate.AggregateOperator;
import io.leat.executor.aggregate.PartialAggregateOperator;
import io.leat.executor.join.JoinOperator;
import io.leat.executor.kernel.KernelCompiler;
import io.leat.executor.oracle.OperatorContract;
import io.leat.executor.oracle.RandomPlans;
import io.leat.executor.over.OverOperator;
import io.leat.executor.over.RankOperator;
import io.leat.executor.state.MemoryStateStore;
import io.leat.executor.window.EmitFinalOperator;
import io.leat.executor.window.OnTimeOperator;
import io.leat.executor.window.PanesOperator;
import io.leat.executor.window.SessionOperator;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All operators together against the oracle: nothing in these trees is computed by the oracle itself. */
class AllOperatorsContractTest {

    private static Optional<Operator> make(Plan plan) {
        OperatorContext context =
                new OperatorContext("test", new MemoryStateStore(), ExpressionErrors.FAIL, LateCounter.NONE, 4);
        return Optional.of(operator(plan, context));
    }

    private static Operator operator(Plan plan, OperatorContext context) {
        if (plan instanceof Join join) {
            return new JoinOperator(join, context);
        } else if (plan instanceof Session session) {
            return new SessionOperator(session, context);
        } else if (plan instanceof EmitFinal emitFinal) {
            return new EmitFinalOperator(emitFinal, context);
        } else if (plan instanceof Aggregate aggregate) {
            return new AggregateOperator(aggregate, context);
        } else if (plan instanceof Distinct distinct) {
            return new DistinctOperator(distinct, context);
        }
        return plan instanceof Rank || plan instanceof Over ? ordered(plan, context) : linear(plan, context);
    }

    private static Operator ordered(Plan plan, OperatorContext context) {
        return plan instanceof Rank rank ? RankOperator.of(rank, context) : new OverOperator((Over) plan, context);
    }

    private static Operator linear(Plan plan, OperatorContext context) {
        if (plan instanceof Filter filter) {
            return new FilterOperator(KernelCompiler.predicate(filter.condition()), context);
        } else if (plan instanceof Project project) {
            return new ProjectOperator(KernelCompiler.compileAll(project.expressions()), context);
        } else if (plan instanceof Window window) {
            return new WindowOperator(window, context);
        } else if (plan instanceof Panes panes) {
            return new PanesOperator(panes);
        } else if (plan instanceof OnTime onTime) {
            return new OnTimeOperator(onTime, context);
        } else if (plan instanceof PartialAggregate partial) {
            return new PartialAggregateOperator(partial, context);
        } else if (plan instanceof Union) {
            return new UnionOperator();
        }
        throw new IllegalArgumentException("no operator for " + plan);
    }

    @ParameterizedTest
    @EnumSource
    void everyTickIsWhatTheOracleSays(RandomPlans.Shape shape) {
        new OperatorContract(AllOperatorsContractTest.class, AllOperatorsContractTest::make).check(shape, 100);
    }
}
