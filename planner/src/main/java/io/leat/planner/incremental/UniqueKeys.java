package io.leat.planner.incremental;

import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.Constant;
import io.leat.core.plan.Distinct;
import io.leat.core.plan.EmitFinal;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Join;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.OnTime;
import io.leat.core.plan.Over;
import io.leat.core.plan.OverFunction;
import io.leat.core.plan.Panes;
import io.leat.core.plan.PartialAggregate;
import io.leat.core.plan.Plan;
import io.leat.core.plan.PlanVisitor;
import io.leat.core.plan.ProcessingTime;
import io.leat.core.plan.Project;
import io.leat.core.plan.Rank;
import io.leat.core.plan.RankFunction;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Session;
import io.leat.core.plan.Sort;
import io.leat.core.plan.Union;
import io.leat.core.plan.Window;
import io.leat.planner.logical.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which columns of a relation identify a row. */
final class UniqueKeys implements PlanVisitor<Optional<List<Integer>>> {
    private final RelationFacts facts;

    private UniqueKeys(RelationFacts facts) {
        this.facts = facts;
    }

    static Optional<List<Integer>> of(Plan plan, RelationFacts facts) {
        return plan.accept(new UniqueKeys(facts));
    }

    @Override
    public Optional<List<Integer>> scan(Scan scan) {
        return facts.uniqueKey(scan);
    }

    @Override
    public Optional<List<Integer>> constant(Constant constant) {
        return Optional.empty();
    }

    @Override
    public Optional<List<Integer>> filter(Filter filter) {
        return filter.input().accept(this);
    }

    @Override
    public Optional<List<Integer>> project(Project project) {
        return project.input().accept(this).flatMap(key -> places(key, project.expressions()));
    }

    private static Optional<List<Integer>> places(List<Integer> key, List<Expression> expressions) {
        List<Integer> places = new ArrayList<>();
        for (int column : key) {
            int place = -1;
            for (int i = 0; i < expressions.size() && place < 0; i++) {
                boolean found = expressions.get(i) instanceof ColumnReference reference && reference.index() == column;
                place = found ? i : -1;
            }
            if (place < 0) {
                return Optional.empty();
            }
            places.add(place);
        }
        return Optional.of(places);
    }

    /** A row has each window once, and no two windows of it have both times in common. */
    @Override
    public Optional<List<Integer>> window(Window window) {
        int width = window.input().schema().size();
        return window.input().accept(this).map(key -> concat(key, List.of(width, width + 1)));
    }

    @Override
    public Optional<List<Integer>> processingTime(ProcessingTime processingTime) {
        return processingTime.input().accept(this);
    }

    @Override
    public Optional<List<Integer>> session(Session session) {
        return session.input().accept(this);
    }

    @Override
    public Optional<List<Integer>> panes(Panes panes) {
        return Optional.empty();
    }

    @Override
    public Optional<List<Integer>> onTime(OnTime onTime) {
        return onTime.input().accept(this);
    }

    @Override
    public Optional<List<Integer>> partialAggregate(PartialAggregate partial) {
        return Optional.empty();
    }

    @Override
    public Optional<List<Integer>> aggregate(Aggregate aggregate) {
        return Optional.of(Columns.range(0, aggregate.keys().size()));
    }

    @Override
    public Optional<List<Integer>> distinct(Distinct distinct) {
        return distinct.input()
                .accept(this)
                .or(() -> Optional.of(Columns.range(0, distinct.schema().size())));
    }

    @Override
    public Optional<List<Integer>> join(Join join) {
        Optional<List<Integer>> left = join.left().accept(this);
        if (join.kind() == Join.Kind.SEMI || join.kind() == Join.Kind.ANTI) {
            return left;
        }
        Optional<List<Integer>> right = join.right().accept(this);
        boolean lone = join.kind().keepsRight();
        return ofPairs(left, right, join.rightKeys(), lone, join.left().schema().size());
    }

    @Override
    public Optional<List<Integer>> lookupJoin(LookupJoin join) {
        int width = join.left().schema().size();
        return ofPairs(join.left().accept(this), join.right().accept(this), join.rightKeys(), false, width);
    }

    private static Optional<List<Integer>> ofPairs(
            Optional<List<Integer>> left,
            Optional<List<Integer>> right,
            List<Integer> rightKeys,
            boolean loneRight,
            int width) {
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        boolean oneRight = rightKeys.containsAll(right.get()) && !loneRight;
        List<Integer> moved = right.get().stream().map(column -> column + width).toList();
        return Optional.of(oneRight ? left.get() : concat(left.get(), moved));
    }

    @Override
    public Optional<List<Integer>> union(Union union) {
        return Optional.empty();
    }

    /** Each partition has one row, or each number once; and rows of the input stay what they are. */
    @Override
    public Optional<List<Integer>> rank(Rank rank) {
        if (rank.isSingle()) {
            return Optional.of(rank.partition());
        }
        Optional<List<Integer>> key = rank.input().accept(this);
        boolean numbers = rank.numbered() && rank.function() == RankFunction.ROW_NUMBER;
        return numbers
                ? key.or(() -> Optional.of(
                        concat(rank.partition(), List.of(rank.input().schema().size()))))
                : key;
    }

    @Override
    public Optional<List<Integer>> over(Over over) {
        return over.input().accept(this).or(() -> numbered(over));
    }

    private static Optional<List<Integer>> numbered(Over over) {
        int width = over.input().schema().size();
        return IntStream.range(0, over.calls().size())
                .filter(call -> over.calls().get(call).function() == OverFunction.ROW_NUMBER)
                .mapToObj(call -> concat(over.partition(), List.of(width + call)))
                .findFirst();
    }

    @Override
    public Optional<List<Integer>> emitFinal(EmitFinal emitFinal) {
        return emitFinal.input().accept(this);
    }

    @Override
    public Optional<List<Integer>> sort(Sort sort) {
        return sort.input().accept(this);
    }

    private static List<Integer> concat(List<Integer> left, List<Integer> right) {
        List<Integer> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }
}
