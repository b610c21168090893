package io.leat.engine.run;

import io.leat.core.plan.Plan;
import io.leat.executor.circuit.InputNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The plans that are being built beside the ticks. Used by the thread of the graph only. */
final class Buildings {
    private final List<Building> buildings = new ArrayList<>();
    private long changes;

    void add(Building building) {
        buildings.add(building);
        changes++;
    }

    void remove(Building building) {
        buildings.remove(building);
        changes++;
    }

    /** How many times one was put in or taken out. */
    long changes() {
        return changes;
    }

    boolean isEmpty() {
        return buildings.isEmpty();
    }

    /** The one of a plan. */
    Optional<Building> of(Plan plan) {
        return buildings.stream().filter(building -> building.plan() == plan).findFirst();
    }

    /** Lets all of them note what a tick has changed. */
    void watch() {
        buildings.forEach(Building::watch);
    }

    /** The tables that they read. */
    Set<InputNode> inputs() {
        Set<InputNode> inputs = new HashSet<>();
        buildings.forEach(building -> inputs.addAll(building.inputs()));
        return inputs;
    }

    /** The columns of a table that they read. */
    Set<Integer> columns(InputNode table) {
        Set<Integer> columns = new TreeSet<>();
        buildings.forEach(building -> columns.addAll(building.columns(table)));
        return columns;
    }
}
