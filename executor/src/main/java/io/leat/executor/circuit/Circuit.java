package io.leat.executor.circuit;

import io.leat.core.batch.Origin;
import io.leat.core.batch.ZSet;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.Plan;
import io.leat.core.plan.ProcessingTime;
import io.leat.core.plan.Scan;
import io.leat.core.type.Schema;
import io.leat.executor.shard.Distribution;
import io.leat.executor.shard.Shards;
import io.leat.executor.state.Archivable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The operators of all views, in an order in which each comes after what it reads. One thread at a time uses it.
 *
 * <p>Nodes are counted: a node is there as long as a plan that was added or a relation that was exposed needs it.
 */
public final class Circuit {
    private CircuitContext context;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Fingerprint, Node> byFingerprint = new HashMap<>();
    private final Map<String, Node> relations = new LinkedHashMap<>();
    private final Map<String, Distribution> declared = new HashMap<>();
    private long wirings;
    private Schedule schedule = Schedule.of(List.of());
    private long scheduled;

    /** A circuit without nodes. */
    public Circuit(CircuitContext context) {
        this.context = context;
    }

    /** What its operators use. */
    public CircuitContext context() {
        return context;
    }

    /**
     * Adds a relation whose changes come from outside.
     *
     * @param schema its columns, with {@link io.leat.core.plan.Scan#ARRIVAL} last if rows carry it
     * @param timed whether it has event time
     * @param distribution how its rows are spread over the shards
     */
    public InputNode addInput(String relation, Schema schema, boolean timed, Distribution distribution) {
        InputNode input = new InputNode(relation, schema, timed, distribution, context.shards());
        wirings++;
        nodes.add(input);
        expose(relation, input);
        return input;
    }

    /**
     * Adds a table: a relation whose changes come from outside, and whose rows may be on any shard.
     *
     * @param schema its columns, with {@link io.leat.core.plan.Scan#ARRIVAL} last if rows carry it
     * @param timed whether it has event time
     */
    public InputNode addInput(String relation, Schema schema, boolean timed) {
        return addInput(relation, schema, timed, Distribution.ANY);
    }

    /**
     * Adds an input in the place of a node of another circuit: what is offered is what has come out there. Plans that contain
     * what that node computes read it here, and when they are moved there, that node.
     */
    public InputNode addInput(Node original) {
        InputNode input = new InputNode(original, context.shards());
        wirings++;
        nodes.add(input);
        byFingerprint.put(input.fingerprint(), input);
        input.use();
        return input;
    }

    /** Has other shards from now on; there may be no relation yet. */
    public void setShards(Shards shards) {
        if (!nodes.isEmpty()) {
            throw LeatException.internal("other shards for a circuit that has nodes", null);
        }
        context = context.withShards(shards);
    }

    /** Lets plans read a node under a name. */
    public void expose(String relation, Node node) {
        expose(relation, node, node.distribution());
    }

    /**
     * Lets plans read a node under a name, with its rows where others believe them to be.
     *
     * @throws LeatException UNSUPPORTED if they cannot be brought there
     */
    public void expose(String relation, Node node, Distribution distribution) {
        Node placed = new CircuitBuilder(this).placed(node, distribution);
        placed.use();
        relations.put(key(relation), placed);
        declared.put(key(relation), distribution);
    }

    /** Lets those who read a relation from now on believe that its rows are elsewhere. */
    public void expose(String relation, Distribution distribution) {
        Node before = relation(relation);
        expose(relation, before, distribution);
        remove(before);
    }

    /** Where the rows of a relation are, as far as those may know that read it. */
    public Distribution distribution(String relation) {
        return declared.getOrDefault(key(relation), relation(relation).distribution());
    }

    /**
     * Lets everybody who reads a relation read another node from now on. To them its rows are where those before were.
     *
     * @throws LeatException UNSUPPORTED if they cannot be brought there; nothing has changed then
     */
    public void redirect(String relation, Node node) {
        Node before = relation(relation);
        expose(relation, node, distribution(relation));
        Node after = relation(relation);
        for (OperatorNode reader : readers(relation)) {
            reader.rewire(input -> after);
            after.use();
            remove(before);
        }
        remove(before);
        sort();
    }

    /** Gives those who read a relation a change with the next tick, beside what comes then. */
    public void offer(String relation, ZSet change) {
        ZSet[] parts = new Spread(relation(relation).schema(), distribution(relation), context.shards()).of(change);
        readers(relation).forEach(reader -> reader.offer(parts));
    }

    private List<OperatorNode> readers(String relation) {
        return nodes.stream()
                .filter(node -> node instanceof OperatorNode
                        && node.plan() instanceof Scan scan
                        && scan.relation().equalsIgnoreCase(relation))
                .map(OperatorNode.class::cast)
                .toList();
    }

    /** Puts each node behind what it reads. */
    private void sort() {
        Set<Node> sorted = new LinkedHashSet<>();
        nodes.forEach(node -> sort(node, sorted));
        nodes.clear();
        nodes.addAll(sorted);
        wirings++;
    }

    private static void sort(Node node, Set<Node> sorted) {
        if (!sorted.contains(node)) {
            node.inputs().forEach(input -> sort(input, sorted));
            sorted.add(node);
        }
    }

    /** Forgets a relation; its node goes when nothing reads it any more. */
    public void removeRelation(String relation) {
        Node node = relations.remove(key(relation));
        declared.remove(key(relation));
        if (node != null) {
            remove(node);
        }
    }

    /** The node of a relation. */
    public Node relation(String name) {
        return Optional.ofNullable(relations.get(key(name)))
                .orElseThrow(() -> LeatException.of(ErrorCode.UNKNOWN_TABLE, "unknown table or view \"" + name + "\""));
    }

    /** Wires a plan and answers the node where its changes come out. Sub-plans that are there already are shared. */
    public Node add(Plan plan) {
        Node node = new CircuitBuilder(this).build(plan);
        node.use();
        return node;
    }

    /**
     * Adds a node that gives the rows which a plan's operators cannot compute: those above the relations that it reads.
     *
     * @param root where the plan's changes come out
     * @param name tells it apart from others over the same node
     * @param rowsMax about how many it remembers at most
     */
    public FailedRowsNode addFailedRows(Node root, String name, long rowsMax) {
        FailedRowsNode node = new FailedRowsNode(root, key(name), rowsMax);
        wirings++;
        node.inputs().forEach(Node::use);
        node.inputs().forEach(input -> input.readFailedRows(1));
        nodes.add(node);
        node.use();
        return node;
    }

    /**
     * Lets go of a node that {@link #add}, {@link #addFailedRows} or {@link #graft} gave; nodes that nobody uses any more are
     * taken out.
     */
    public void remove(Node node) {
        if (node.release()) {
            wirings++;
            nodes.remove(node);
            byFingerprint.remove(node.fingerprint(), node);
            if (node instanceof FailedRowsNode) {
                node.inputs().forEach(input -> input.readFailedRows(-1));
            }
            node.inputs().forEach(this::remove);
        }
    }

    /**
     * One tick: every node turns once. What inputs were offered comes in, and every node's output is this tick's change.
     *
     * @param tick the number of the tick, larger than the last
     * @param clockMillis the time of the tick
     */
    public void step(long tick, long clockMillis) {
        if (scheduled != wirings) {
            schedule = Schedule.of(nodes);
            scheduled = wirings;
        }
        schedule.run(tick, clockMillis, context.shards());
    }

    /**
     * Moves the nodes of another circuit here, with everything they remember. The other circuit has seen exactly the
     * history of the relations that this one has; it must not be used any more.
     *
     * @param root a node of the other circuit
     * @return the node here in its place
     */
    public Node graft(Circuit other, Node root) {
        Map<Node, Node> moved = new HashMap<>();
        for (Node node : other.nodes) {
            moved.put(node, adopt(node, moved));
        }
        Node here = moved.get(root);
        here.use();
        dropUnused();
        return here;
    }

    private Node adopt(Node node, Map<Node, Node> moved) {
        if (node instanceof InputNode input && !input.isStandIn()) {
            return relation(input.relation());
        }
        Node existing = byFingerprint.get(node.fingerprint());
        if (existing != null) {
            return existing;
        }
        node.rewire(moved::get);
        node.forgetUsers();
        return register(node);
    }

    private void dropUnused() {
        for (Node node : List.copyOf(nodes)) {
            if (!node.isUsed() && nodes.contains(node)) {
                node.use();
                remove(node);
            }
        }
    }

    /** Whether time passes in it though nothing comes: something reads the clock and has not ended. */
    public boolean followsClock() {
        return nodes.stream()
                .anyMatch(node -> node.plan() instanceof ProcessingTime && node.watermark() != Long.MAX_VALUE);
    }

    /** The node that computes what a fingerprint stands for, if it is there. */
    Optional<Node> find(Fingerprint fingerprint) {
        return Optional.ofNullable(byFingerprint.get(fingerprint));
    }

    /** Puts a new node behind the others. */
    Node register(Node node) {
        wirings++;
        node.inputs().forEach(Node::use);
        nodes.add(node);
        byFingerprint.put(node.fingerprint(), node);
        return node;
    }

    /**
     * Places of the columns of an input that plans read, arrivals included, and {@link Origin#PLACE} if it is asked where rows
     * come from; changes only with {@link #wirings}.
     */
    public Set<Integer> columnsRead(InputNode input) {
        Set<Integer> columns = new TreeSet<>();
        if (!context.failing() && nodes.stream().anyMatch(node -> node.asksOriginsOf(input))) {
            columns.add(Origin.PLACE);
        }
        for (Node node : nodes) {
            if (node.plan() instanceof Scan scan && node.inputs().contains(input)) {
                columns.addAll(scan.columns());
                if (scan.arrival()) {
                    columns.add(input.schema().size() - 1);
                }
            }
        }
        return columns;
    }

    /** How many times a node was put in or taken out. */
    public long wirings() {
        return wirings;
    }

    /** All nodes, each after what it reads. */
    public List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /** A node and everything below it, top first, each once. */
    public static List<Node> below(Node root) {
        Map<Node, Boolean> seen = new LinkedHashMap<>();
        collect(root, seen);
        return List.copyOf(seen.keySet());
    }

    /**
     * Everything that a node and those below it remember from one tick to the next, by names that are the same in every
     * process that has the same plan and the same number of shards. Read back, they go on as if nothing had happened.
     */
    public static Map<String, Archivable> remembered(Node root) {
        Map<String, Archivable> parts = new TreeMap<>();
        for (Node node : below(root)) {
            if (!node.isRemembered()) {
                continue;
            }
            String identity = node.fingerprint().hex();
            parts.put((node instanceof InputNode ? "input " : "node ") + identity, node);
            node.states().forEach((shard, state) -> parts.put("state " + identity + " " + shard, state));
        }
        return parts;
    }

    private static void collect(Node node, Map<Node, Boolean> seen) {
        if (seen.put(node, true) == null) {
            node.inputs().forEach(input -> collect(input, seen));
        }
    }

    private static String key(String relation) {
        return relation.toLowerCase(Locale.ROOT);
    }
}
