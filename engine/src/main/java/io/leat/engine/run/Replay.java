package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.core.plan.Plan;
import io.leat.core.type.Schema;
import io.leat.engine.progress.ReadingProgress;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.circuit.CircuitContext;
import io.leat.executor.circuit.FailedRowsNode;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.circuit.Node;
import io.leat.executor.shard.Distribution;
import io.leat.executor.source.Decoding;
import io.leat.executor.source.ErrorPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A circuit of its own that computes a plan over the history of what it reads: for a SELECT, or for a new view before it
 * joins the others. Small relations without event time come in first, so that what is joined with them finds them there.
 */
final class Replay implements AutoCloseable {
    /** How long to leave the processor to a source's own thread when it has nothing ready. */
    private static final long PAUSE_NANOS = 200_000;

    private static final int LAST = 2;

    private final Circuit circuit;
    private final Set<String> first;
    private final long clockMillis;
    private final Map<InputNode, Feed> feeds = new LinkedHashMap<>();
    private Node root;
    private Optional<FailedRowsNode> failed = Optional.empty();
    private long tick;

    /**
     * @param first the relations that come in before all others, because they are looked up when rows come
     * @param clockMillis the time at which all of it happens
     */
    Replay(CircuitContext context, Set<String> first, long clockMillis) {
        this.circuit = new Circuit(context);
        this.first = Set.copyOf(first);
        this.clockMillis = clockMillis;
    }

    /** The time at which all of it happens. */
    long clockMillis() {
        return clockMillis;
    }

    /** Adds a relation that the plan reads. */
    void add(String relation, Schema schema, boolean timed, Feed feed) {
        add(relation, schema, timed, Distribution.ANY, feed);
    }

    /** Adds a relation whose rows are spread over the shards as they are where the plan will be moved to. */
    void add(String relation, Schema schema, boolean timed, Distribution distribution, Feed feed) {
        InputNode input = circuit.addInput(relation, schema, timed, distribution);
        if (feed.isOfSource()) {
            input.keepOrigins();
        }
        feeds.put(input, feed);
    }

    /** Adds what a node of another circuit gives, for plans that contain what it computes. */
    void add(Node original, Feed feed) {
        feeds.put(circuit.addInput(original), feed);
    }

    /**
     * Wires the plan.
     *
     * @param errors what becomes of the rows that cannot be computed
     */
    void plan(Plan plan, ErrorHandling errors) {
        root = circuit.add(plan);
        if (errors.policy() != ErrorPolicy.SKIP) {
            failed = Optional.of(circuit.addFailedRows(root, "", errors.rowsMax()));
        }
        feeds.forEach((input, feed) -> feed.project(circuit.columnsRead(input)));
    }

    /** One tick of history; answers what it changes in the plan's result. */
    ZSet turn() {
        int turn = feeds.entrySet().stream()
                .filter(entry -> !entry.getValue().isExhausted())
                .mapToInt(entry -> place(entry.getKey()))
                .min()
                .orElse(LAST);
        Decoding decoding = new Decoding();
        feeds.forEach((input, feed) -> {
            if (place(input) <= turn) {
                feed.read(decoding);
            }
        });
        decoding.run(circuit.context().shards());
        long rows = 0;
        for (Map.Entry<InputNode, Feed> entry : feeds.entrySet()) {
            if (place(entry.getKey()) <= turn) {
                ZSet next = entry.getValue().next();
                rows += next.rows();
                entry.getKey().offer(next);
                entry.getKey().advance(entry.getValue().watermark());
            }
        }
        if (rows == 0 && !isRead()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        circuit.step(++tick, clockMillis);
        return root.output();
    }

    /** Which relations come in before which. */
    private int place(InputNode input) {
        if (first.contains(input.relation())) {
            return 0;
        }
        return input.isTimed() ? LAST : 1;
    }

    /** Whether all history has been read. The plan has been computed at least once after that. */
    boolean isDone() {
        return tick > 0 && isRead();
    }

    private boolean isRead() {
        return feeds.values().stream().allMatch(Feed::isExhausted);
    }

    /** How far reading has come; for whoever turns it. */
    ReadingProgress progress() {
        return feeds.values().stream().map(Feed::progress).reduce(ReadingProgress.NOTHING, ReadingProgress::and);
    }

    /** The rows that could not be computed so far, which it knows until they are asked for, if they are of interest. */
    ZSet takeFailedRows(int chunkRows) {
        ZSet rows = failed.map(node -> node.content(chunkRows)).orElse(ZSet.EMPTY);
        failed.ifPresent(circuit::remove);
        return rows;
    }

    Circuit circuit() {
        return circuit;
    }

    Node root() {
        return root;
    }

    @Override
    public void close() {
        feeds.values().forEach(Feed::close);
    }
}
