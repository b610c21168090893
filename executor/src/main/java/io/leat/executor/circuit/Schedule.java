package io.leat.executor.circuit;

import io.leat.executor.shard.Shards;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The order in which the nodes of a circuit turn: in stages, between which rows are exchanged. Within a stage every shard
 * turns all nodes without waiting for the others.
 */
final class Schedule {
    private final Node[] nodes;
    private final Stage[] stages;

    private Schedule(Node[] nodes, Stage[] stages) {
        this.nodes = nodes;
        this.stages = stages;
    }

    /** The schedule of nodes, each of which comes after what it reads. */
    static Schedule of(List<Node> nodes) {
        Map<Node, Integer> stageOf = new HashMap<>();
        List<List<Node>> stages = new ArrayList<>();
        for (Node node : nodes) {
            int stage = 0;
            for (Node input : node.inputs()) {
                stage = Math.max(stage, stageOf.get(input) + (node.readsAllShards() ? 1 : 0));
            }
            stageOf.put(node, stage);
            while (stages.size() <= stage) {
                stages.add(new ArrayList<>());
            }
            stages.get(stage).add(node);
        }
        Stage[] built = new Stage[stages.size()];
        for (int i = 0; i < built.length; i++) {
            built[i] = stage(i, stages.get(i), nodes, stageOf);
        }
        return new Schedule(nodes.toArray(Node[]::new), built);
    }

    private static Stage stage(int number, List<Node> nodes, List<Node> all, Map<Node, Integer> stageOf) {
        Set<Node> arriving = new LinkedHashSet<>();
        for (Node node : nodes) {
            if (node instanceof InputNode) {
                arriving.add(node);
            }
            if (!(node instanceof FailedRowsNode)) {
                node.inputs().stream()
                        .filter(input -> stageOf.get(input) < number)
                        .forEach(arriving::add);
            }
        }
        Node[] turning =
                nodes.stream().filter(node -> !(node instanceof InputNode)).toArray(Node[]::new);
        ExchangeNode[] leaving = all.stream()
                .filter(node -> node instanceof ExchangeNode
                        && stageOf.get(node.inputs().get(0)) == number)
                .toArray(ExchangeNode[]::new);
        return new Stage(arriving.toArray(Node[]::new), turning, leaving);
    }

    /** One tick. */
    void run(long tick, long clockMillis, Shards shards) {
        for (Node node : nodes) {
            node.begin(tick, clockMillis);
        }
        for (Stage stage : stages) {
            shards.forEach(stage.arrivingRows(), stage);
        }
    }

    /**
     * Nodes between exchanges.
     *
     * @param arriving nodes of earlier stages that are read, and inputs
     * @param turning the nodes that turn, each after what it reads
     * @param leaving exchanges of what comes out here
     */
    private record Stage(Node[] arriving, Node[] turning, ExchangeNode[] leaving) implements IntConsumer {

        long arrivingRows() {
            long rows = 0;
            for (Node node : arriving) {
                rows += node.outputRows();
            }
            return rows;
        }

        @Override
        public void accept(int shard) {
            for (Node node : turning) {
                if (shard < node.shards()) {
                    node.turn(shard);
                }
            }
            for (ExchangeNode exchange : leaving) {
                exchange.split(shard);
            }
        }
    }
}
