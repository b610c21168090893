package io.leat.planner.logical;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.hep.HepMatchOrder;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.rules.AggregateReduceFunctionsRule;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.PruneEmptyRules;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql2rel.RelDecorrelator;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.CancelFlag;

/** Turns sub-queries into joins and simplifies the tree by rules that help whatever the data. */
public final class Simplifier {
    private static final int MATCH_LIMIT = 20_000;

    /** Deviation and variance become sums and counts; AVG stays, the executor has it. */
    private static final RelOptRule STATISTICS = AggregateReduceFunctionsRule.Config.DEFAULT
            .withOperandFor(Aggregate.class)
            .withFunctionsToReduce(EnumSet.of(
                    SqlKind.STDDEV_POP,
                    SqlKind.STDDEV_SAMP,
                    SqlKind.VAR_POP,
                    SqlKind.VAR_SAMP,
                    SqlKind.COVAR_POP,
                    SqlKind.COVAR_SAMP,
                    SqlKind.REGR_SXX,
                    SqlKind.REGR_SYY))
            .toRule();

    private static final List<RelOptRule> SUB_QUERIES = List.of(
            CoreRules.FILTER_SUB_QUERY_TO_CORRELATE,
            CoreRules.PROJECT_SUB_QUERY_TO_CORRELATE,
            CoreRules.JOIN_SUB_QUERY_TO_CORRELATE);

    private static final List<RelOptRule> LOGICAL = List.of(
            CoreRules.INTERSECT_TO_DISTINCT,
            CoreRules.MINUS_TO_DISTINCT,
            STATISTICS,
            CoreRules.FILTER_MERGE,
            CoreRules.FILTER_PROJECT_TRANSPOSE,
            CoreRules.FILTER_INTO_JOIN,
            CoreRules.JOIN_CONDITION_PUSH,
            CoreRules.JOIN_PUSH_EXPRESSIONS,
            CoreRules.FILTER_AGGREGATE_TRANSPOSE,
            CoreRules.FILTER_SET_OP_TRANSPOSE,
            CoreRules.FILTER_REDUCE_EXPRESSIONS,
            CoreRules.PROJECT_REDUCE_EXPRESSIONS,
            CoreRules.PROJECT_MERGE,
            CoreRules.PROJECT_REMOVE,
            CoreRules.AGGREGATE_PROJECT_MERGE,
            CoreRules.UNION_MERGE,
            PruneEmptyRules.FILTER_INSTANCE,
            PruneEmptyRules.PROJECT_INSTANCE,
            PruneEmptyRules.UNION_INSTANCE);

    private Simplifier() {}

    /** The planner that a cluster needs to be made; it never optimises itself, it carries the flag. */
    public static HepPlanner planner(AtomicBoolean cancelled) {
        return new HepPlanner(new HepProgramBuilder().build(), Contexts.of(new CancelFlag(cancelled)));
    }

    /** The same relation, without sub-queries and as simple as the rules make it. */
    public static RelNode simplify(RelNode query, AtomicBoolean cancelled) {
        RelNode joined = run(SUB_QUERIES, SnapshotJoins.rewrite(query), cancelled);
        RelBuilder builder = org.apache.calcite.rel.core.RelFactories.LOGICAL_BUILDER.create(joined.getCluster(), null);
        return run(LOGICAL, RelDecorrelator.decorrelateQuery(joined, builder), cancelled);
    }

    private static RelNode run(List<RelOptRule> rules, RelNode query, AtomicBoolean cancelled) {
        HepProgram program = new HepProgramBuilder()
                .addMatchLimit(MATCH_LIMIT)
                .addMatchOrder(HepMatchOrder.TOP_DOWN)
                .addRuleCollection(rules)
                .build();
        HepPlanner planner = new HepPlanner(program, Contexts.of(new CancelFlag(cancelled)));
        planner.setRoot(query);
        return planner.findBestExp();
    }
}
