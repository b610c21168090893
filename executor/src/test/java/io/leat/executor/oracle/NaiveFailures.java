package io.leat.executor.oracle;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import io.leat.core.expression.ExpressionText;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Join;
import io.leat.core.plan.Over;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Scan;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.kernel.FallibleEvaluation;
import io.leat.executor.kernel.KernelCompiler;
import io.leat.executor.kernel.RowText;
import io.leat.executor.kernel.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Computes a plan from scratch, row by row, although some rows cannot be computed, and collects those. Knows filters,
 * projections, joins, and sums of small numbers over groups and partitions, which have {@code k} and {@code v} as their
 * first columns.
 */
public final class NaiveFailures {
    private static final String OVERFLOW = "TINYINT out of range: SUM gives ";

    private final Function<Scan, Bag> relations;
    private final Bag failed = new Bag();

    /** An evaluation over one state of the world. */
    public NaiveFailures(Function<Scan, Bag> relations) {
        this.relations = relations;
    }

    /** The rows that could not be computed: expression, row, message and SQLSTATE. */
    public Bag failed() {
        return failed;
    }

    /** The rows of a plan; those that cannot be computed are not among them. */
    public Bag evaluate(Plan plan) {
        if (plan instanceof Scan scan) {
            return relations.apply(scan);
        }
        if (plan instanceof Filter filter) {
            Bag result = new Bag();
            evaluate(filter.input()).rows().forEach((row, weight) -> {
                if (passes(filter.condition(), filter.input().schema(), row, weight)) {
                    result.add(row, weight);
                }
            });
            return result;
        }
        if (plan instanceof Project project) {
            Bag result = new Bag();
            evaluate(project.input()).rows().forEach((row, weight) -> project(project, row, weight, result));
            return result;
        }
        if (plan instanceof Join join) {
            return join(join, evaluate(join.left()), evaluate(join.right()));
        }
        return plan instanceof Aggregate aggregate ? sums(aggregate) : sums((Over) plan);
    }

    private void project(Project project, List<Object> row, long weight, Bag into) {
        Schema input = project.input().schema();
        List<Object> values = new ArrayList<>();
        for (Expression expression : project.expressions()) {
            Chunk one = one(input, row);
            FallibleEvaluation.Values value = FallibleEvaluation.evaluate(
                    List.of(KernelCompiler.compileAll(List.of(expression)).get(0)), one, Selection.all(one));
            if (!value.failures().isEmpty()) {
                fail(expression, input, row, value.failures().get(0).error(), weight);
                return;
            }
            Bag single = Bag.of(Schema.of(new Field("x", expression.type())), ZSet.of(value.chunk(one)));
            values.add(single.rows().keySet().iterator().next().get(0));
        }
        into.add(Bag.row(values.toArray()), weight);
    }

    private boolean passes(Expression condition, Schema schema, List<Object> row, long weight) {
        Chunk one = one(schema, row);
        FallibleEvaluation.Passed passed =
                FallibleEvaluation.filter(KernelCompiler.predicate(condition), one, Selection.all(one));
        passed.failures().forEach(failure -> fail(condition, schema, row, failure.error(), weight));
        return passed.selection().count() > 0;
    }

    private static Chunk one(Schema schema, List<Object> row) {
        return new Bag().add(row, 1).toZSet(schema, 1).chunks().get(0);
    }

    private void fail(Expression expression, Schema schema, List<Object> row, LeatException error, long weight) {
        fail(
                ExpressionText.of(expression, schema),
                schema,
                row,
                error.getMessage(),
                error.code().sqlState(),
                weight);
    }

    private void fail(String expression, Schema schema, List<Object> row, String message, String code, long weight) {
        failed.add(Bag.row(expression, RowText.of(schema, one(schema, row), 0), message, code, null, null), weight);
    }

    private Bag join(Join join, Bag left, Bag right) {
        Schema both = join.left().schema().concat(join.right().schema());
        Bag result = new Bag();
        left.rows().forEach((row, weight) -> {
            boolean[] matched = {false};
            right.rows().forEach((other, times) -> {
                List<Object> pair = new ArrayList<>(row);
                pair.addAll(other);
                boolean equal = row.get(0) != null && Objects.equals(row.get(0), other.get(0));
                if (equal && passes(join.residual().orElseThrow(), both, pair, weight * times)) {
                    matched[0] = true;
                    addPair(join.kind(), pair, weight * times, result);
                }
            });
            addLeft(join, row, weight, matched[0], result);
        });
        return result;
    }

    private static void addPair(Join.Kind kind, List<Object> pair, long weight, Bag into) {
        if (kind == Join.Kind.INNER || kind == Join.Kind.LEFT) {
            into.add(Bag.row(pair.toArray()), weight);
        }
    }

    private static void addLeft(Join join, List<Object> row, long weight, boolean matched, Bag into) {
        switch (join.kind()) {
            case SEMI -> into.add(row, matched ? weight : 0);
            case ANTI -> into.add(row, matched ? 0 : weight);
            case LEFT -> {
                List<Object> alone = new ArrayList<>(row);
                join.right().schema().fields().forEach(field -> alone.add(null));
                into.add(Bag.row(alone.toArray()), matched ? 0 : weight);
            }
            default -> {
                // rows without a match do not appear
            }
        }
    }

    private static Map<Object, Long> sums(Bag rows) {
        Map<Object, Long> sums = new LinkedHashMap<>();
        rows.rows().forEach((row, weight) -> {
            Long sum = sums.get(row.get(0));
            Long part = row.get(1) == null ? null : (Long) row.get(1) * weight;
            sums.put(row.get(0), sum == null ? part : part == null ? sum : Long.valueOf(sum + part));
        });
        return sums;
    }

    private static boolean fits(Long sum) {
        return sum == null || sum >= Byte.MIN_VALUE && sum <= Byte.MAX_VALUE;
    }

    private static Byte small(Long sum) {
        return sum == null ? null : (Byte) sum.byteValue();
    }

    private Bag sums(Aggregate aggregate) {
        Schema keys = aggregate.input().schema().select(List.of(0));
        Bag result = new Bag();
        sums(evaluate(aggregate.input())).forEach((key, sum) -> {
            if (fits(sum)) {
                result.add(Bag.row(key, small(sum)), 1);
            } else {
                fail("SUM(v)", keys, Bag.row(key), OVERFLOW + sum, "22003", 1);
            }
        });
        return result;
    }

    private Bag sums(Over over) {
        Schema schema = over.input().schema();
        Bag input = evaluate(over.input());
        Map<Object, Long> sums = sums(input);
        Bag result = new Bag();
        input.rows().forEach((row, weight) -> {
            Long sum = sums.get(row.get(0));
            if (fits(sum)) {
                List<Object> wide = new ArrayList<>(row);
                wide.add(small(sum));
                result.add(Bag.row(wide.toArray()), weight);
            } else {
                fail("SUM(v) OVER (PARTITION BY k)", schema, row, OVERFLOW + sum, "22003", weight);
            }
        });
        return result;
    }
}
