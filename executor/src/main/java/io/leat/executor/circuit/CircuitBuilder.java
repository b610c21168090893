package io.leat.executor.circuit;

import io.leat.core.error.LeatException;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.Constant;
import io.leat.core.plan.Distinct;
import io.leat.core.plan.EmitFinal;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.Join;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.OnTime;
import io.leat.core.plan.Over;
import io.leat.core.plan.Panes;
import io.leat.core.plan.PartialAggregate;
import io.leat.core.plan.PartialForm;
import io.leat.core.plan.Plan;
import io.leat.core.plan.PlanVisitor;
import io.leat.core.plan.ProcessingTime;
import io.leat.core.plan.Project;
import io.leat.core.plan.Rank;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Session;
import io.leat.core.plan.Sort;
import io.leat.core.plan.Union;
import io.leat.core.plan.Window;
import io.leat.executor.aggregate.AggregateOperator;
import io.leat.executor.aggregate.NewValuesOperator;
import io.leat.executor.aggregate.PartialAggregateOperator;
import io.leat.executor.aggregate.PreAggregateOperator;
import io.leat.executor.join.JoinOperator;
import io.leat.executor.kernel.KernelCompiler;
import io.leat.executor.lookup.LookupJoinOperator;
import io.leat.executor.operator.ConstantOperator;
import io.leat.executor.operator.DistinctOperator;
import io.leat.executor.operator.ExpressionErrors;
import io.leat.executor.operator.FilterOperator;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.ProcessingTimeOperator;
import io.leat.executor.operator.ProjectOperator;
import io.leat.executor.operator.UnionOperator;
import io.leat.executor.operator.WindowOperator;
import io.leat.executor.over.OverOperator;
import io.leat.executor.over.RankOperator;
import io.leat.executor.shard.Distribution;
import io.leat.executor.state.MemoryStateStore;
import io.leat.executor.state.StateStore;
import io.leat.executor.window.EmitFinalOperator;
import io.leat.executor.window.OnTimeOperator;
import io.leat.executor.window.PanesOperator;
import io.leat.executor.window.SessionOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Wires the operators of a plan: one kind of operator for each kind of plan. */
final class CircuitBuilder {
    private final Circuit circuit;

    CircuitBuilder(Circuit circuit) {
        this.circuit = circuit;
    }

    /** The node of a plan: the one that computes an equal plan already, or a new one. */
    Node build(Plan plan) {
        Fingerprint fingerprint = Fingerprint.of(plan);
        return circuit.find(fingerprint).orElseGet(() -> wire(plan, fingerprint));
    }

    private Node wire(Plan plan, Fingerprint fingerprint) {
        if (plan instanceof Scan scan) {
            return circuit.register(wired(scan, fingerprint));
        }
        List<Node> inputs = plan.inputs().stream().map(this::build).toList();
        if (plan instanceof Aggregate aggregate && isSpread(inputs.get(0), aggregate.keys())) {
            return wireSpread(aggregate, fingerprint, inputs.get(0));
        }
        return circuit.register(wired(plan, fingerprint, plan, inputs));
    }

    /** The node of a scan: its rows stay where they are, as far as that is declared. */
    private OperatorNode wired(Scan scan, Fingerprint fingerprint) {
        Distribution output = Placements.of(scan, List.of(circuit.distribution(scan.relation())))
                .output();
        return new OperatorNode(
                fingerprint,
                scan,
                output,
                operators(output.isSingle() ? 1 : shards(), scan, fingerprint, context -> new ScanOperator(scan)),
                List.of(circuit.relation(scan.relation())),
                circuit.context().clock());
    }

    /**
     * A node with its rows where a relation's are declared to be.
     *
     * @throws LeatException UNSUPPORTED if they cannot be brought there
     */
    Node placed(Node node, Distribution declared) {
        Distribution is = node.distribution();
        boolean fits = declared.isSingle()
                ? is.isSingle()
                : declared.hashed().isEmpty() || !is.isSingle() && is.hashed().containsAll(declared.hashed());
        if (fits) {
            return node;
        }
        if (declared.hashed().size() > 1) {
            throw LeatException.unsupported(
                    "a new definition whose rows are spread over the shards in another way",
                    "Drop what reads the view, replace it, and create them again.");
        }
        return exchanged(node, declared);
    }

    /** An aggregate whose rows are not where its groups are: what can be done before the exchange is done there. */
    private Node wireSpread(Aggregate whole, Fingerprint fingerprint, Node input) {
        Optional<Aggregate> upper = hasFewGroups(whole) ? PartialForm.split(whole) : Optional.empty();
        if (upper.isPresent()) {
            Node sums = early((PartialAggregate) upper.get().input(), input);
            return circuit.register(wired(whole, fingerprint, upper.get(), List.of(sums)));
        }
        return DistinctForm.of(whole)
                .map(form -> wireDistinct(whole, fingerprint, form, input))
                .orElseGet(() -> circuit.register(wired(whole, fingerprint, whole, List.of(input))));
    }

    /** Whether a tick's rows are likely to have few groups: all in one, or only windows and other times. */
    private static boolean hasFewGroups(Aggregate whole) {
        return whole.keys().stream()
                .map(whole.input().schema()::type)
                .allMatch(type -> type.kind().isTimestamp());
    }

    private Node wireDistinct(Aggregate whole, Fingerprint fingerprint, DistinctForm form, Node input) {
        Union partials = (Union) form.merging().input();
        List<Node> parts = new ArrayList<>();
        parts.add(early(partials.inputs().get(0), List.of(early(form.plain(), input))));
        for (DistinctForm.Counts counts : form.counts()) {
            Node grouping = early(counts.grouping(), List.of(spread(counts, input)));
            parts.add(early(counts.partial(), List.of(grouping)));
        }
        return circuit.register(wired(whole, fingerprint, form.merging(), List.of(early(partials, parts))));
    }

    /** The rows of which different values are counted, where they are counted. */
    private Node spread(DistinctForm.Counts counts, Node input) {
        if (input.distribution().keepsTogether(counts.spread())) {
            return input;
        }
        Aggregate counting = counts.grouping();
        Node source = NewValuesOperator.fits(counting) ? newValues(counting, input) : input;
        return exchanged(source, Distribution.by(counts.spread()));
    }

    private Node newValues(Aggregate counting, Node input) {
        Fingerprint identity = new Fingerprint(Fingerprint.of(counting).hex() + "/new");
        return early(
                identity, counting.input(), List.of(input), false, context -> new NewValuesOperator(counting, context));
    }

    private Node early(PartialAggregate sums, Node input) {
        return early(sums, List.of(input), context -> new PreAggregateOperator(sums, context));
    }

    private Node early(Plan plan, List<Node> inputs) {
        return early(plan, inputs, context -> plan.accept(new Operators(context)));
    }

    /** A node that stands in no plan, for which its inputs' rows are where they must be. */
    private Node early(Plan plan, List<Node> inputs, Function<OperatorContext, Operator> make) {
        return early(new Fingerprint(Fingerprint.of(plan).hex() + "/early"), plan, inputs, true, make);
    }

    private Node early(
            Fingerprint identity,
            Plan plan,
            List<Node> inputs,
            boolean remembered,
            Function<OperatorContext, Operator> make) {
        return circuit.find(identity)
                .orElseGet(() -> circuit.register(new EarlyNode(
                        identity,
                        plan,
                        Distribution.ANY,
                        operators(shards(), plan, identity, make),
                        inputs,
                        circuit.context().clock(),
                        remembered)));
    }

    private boolean isSpread(Node input, List<Integer> keys) {
        return shards() > 1 && !input.distribution().keepsTogether(keys);
    }

    /** The node of a plan, which is computed as another plan says. */
    private OperatorNode wired(Plan plan, Fingerprint fingerprint, Plan computed, List<Node> inputs) {
        Placement placement =
                Placements.of(computed, inputs.stream().map(Node::distribution).toList());
        List<Node> placed = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            placed.add(exchanged(inputs.get(i), placement.inputs().get(i)));
        }
        int shards = placement.output().isSingle() ? 1 : shards();
        Fingerprint identity = computed == plan ? fingerprint : Fingerprint.of(computed);
        return new OperatorNode(
                fingerprint,
                plan,
                placement.output(),
                operators(shards, plan, identity, context -> computed.accept(new Operators(context))),
                placed,
                circuit.context().clock());
    }

    private List<OperatorShard> operators(
            int count, Plan plan, Fingerprint identity, Function<OperatorContext, Operator> make) {
        List<OperatorShard> operators = new ArrayList<>();
        for (int shard = 0; shard < count; shard++) {
            operators.add(operator(plan, identity, make));
        }
        return operators;
    }

    /** The node with its rows where they must be. */
    private Node exchanged(Node node, Distribution to) {
        if (to.equals(node.distribution()) || shards() == 1) {
            return node;
        }
        return circuit.find(ExchangeNode.fingerprint(node, to))
                .orElseGet(() -> circuit.register(
                        new ExchangeNode(node, to, shards(), circuit.context().clock())));
    }

    private int shards() {
        return circuit.context().shards().count();
    }

    private OperatorShard operator(Plan plan, Fingerprint identity, Function<OperatorContext, Operator> make) {
        NodeErrors errors = new NodeErrors(plan);
        NodeLate late = new NodeLate();
        StateStore store = new MemoryStateStore();
        OperatorContext context = new OperatorContext(
                identity.hex(),
                store,
                circuit.context().failing() ? ExpressionErrors.FAIL : errors,
                late,
                circuit.context().limits().chunkRows());
        return new OperatorShard(make.apply(context), store, errors, late);
    }

    /** Makes the operator of each kind of plan. */
    private record Operators(OperatorContext context) implements PlanVisitor<Operator> {

        @Override
        public Operator scan(Scan scan) {
            return new ScanOperator(scan);
        }

        @Override
        public Operator constant(Constant constant) {
            return new ConstantOperator(constant, context);
        }

        @Override
        public Operator filter(Filter filter) {
            return new FilterOperator(KernelCompiler.predicate(filter.condition()), context);
        }

        @Override
        public Operator project(Project project) {
            return new ProjectOperator(KernelCompiler.compileAll(project.expressions()), context);
        }

        @Override
        public Operator processingTime(ProcessingTime processingTime) {
            return new ProcessingTimeOperator();
        }

        @Override
        public Operator window(Window window) {
            return new WindowOperator(window, context);
        }

        @Override
        public Operator session(Session session) {
            return new SessionOperator(session, context);
        }

        @Override
        public Operator panes(Panes panes) {
            return new PanesOperator(panes);
        }

        @Override
        public Operator onTime(OnTime onTime) {
            return new OnTimeOperator(onTime, context);
        }

        @Override
        public Operator partialAggregate(PartialAggregate partial) {
            return new PartialAggregateOperator(partial, context);
        }

        @Override
        public Operator aggregate(Aggregate aggregate) {
            return new AggregateOperator(aggregate, context);
        }

        @Override
        public Operator distinct(Distinct distinct) {
            return new DistinctOperator(distinct, context);
        }

        @Override
        public Operator join(Join join) {
            return new JoinOperator(join, context);
        }

        @Override
        public Operator lookupJoin(LookupJoin lookupJoin) {
            return new LookupJoinOperator(lookupJoin, context);
        }

        @Override
        public Operator union(Union union) {
            return new UnionOperator();
        }

        @Override
        public Operator rank(Rank rank) {
            return RankOperator.of(rank, context);
        }

        @Override
        public Operator over(Over over) {
            return new OverOperator(over, context);
        }

        @Override
        public Operator emitFinal(EmitFinal emitFinal) {
            return new EmitFinalOperator(emitFinal, context);
        }

        @Override
        public Operator sort(Sort sort) {
            throw LeatException.internal("an order inside a circuit", null);
        }
    }
}
