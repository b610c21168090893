package io.leat.engine.run;

import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.shard.Shards;
import io.leat.executor.source.Decoding;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The way into a circuit: its tables, each with the node where its changes come in. */
final class Tables {
    private final Circuit circuit;
    private final Limits limits;
    private final Map<String, LiveTable> tables = new LinkedHashMap<>();
    private final Map<String, InputNode> inputs = new LinkedHashMap<>();
    private long projected = -1;

    Tables(Circuit circuit, Limits limits) {
        this.circuit = circuit;
        this.limits = limits;
    }

    void add(LiveTable table) {
        tables.put(key(table.definition().name()), table);
        addInput(table);
    }

    /** Gives the circuit other shards; nothing but tables may be in it. */
    void reshard(Shards shards) {
        all().forEach(table -> circuit.removeRelation(table.definition().name()));
        circuit.setShards(shards);
        all().forEach(this::addInput);
    }

    private void addInput(LiveTable table) {
        TableDefinition definition = table.definition();
        inputs.put(
                key(definition.name()),
                circuit.addInput(definition.name(), LiveTable.circuitSchema(definition), table.isTimed()));
    }

    /** Takes a table out that nothing reads. */
    void drop(String name) {
        LiveTable table = tables.remove(key(name));
        inputs.remove(key(name));
        circuit.removeRelation(name);
        table.close();
    }

    /** The table of a name, or null. */
    LiveTable get(String name) {
        return tables.get(key(name));
    }

    InputNode input(String name) {
        return inputs.get(key(name));
    }

    Collection<LiveTable> all() {
        return List.copyOf(tables.values());
    }

    void clear() {
        tables.clear();
    }

    /**
     * Takes in what the tables have ready.
     *
     * @param heldBack whether sources wait, because a reader of changes has not kept up; what was inserted by hand comes in
     *     all the same
     * @return about how much there was to do
     */
    long intake(boolean heldBack) {
        project();
        boolean untimedBehind = tables.values().stream().anyMatch(Tables::isUntimedBehind);
        Decoding decoding = new Decoding();
        for (LiveTable table : tables.values()) {
            if (!heldBack && !(untimedBehind && table.isTimed())) {
                table.read(limits.tickRows(), decoding);
            }
        }
        decoding.run(circuit.context().shards());
        long work = 0;
        for (Map.Entry<String, LiveTable> entry : tables.entrySet()) {
            work += entry.getValue().intake(inputs.get(entry.getKey()));
        }
        return work;
    }

    /** Sources decode only what some plan reads. */
    private void project() {
        if (projected == circuit.wirings()) {
            return;
        }
        projected = circuit.wirings();
        for (Map.Entry<String, LiveTable> entry : tables.entrySet()) {
            if (entry.getValue() instanceof SourceTable source) {
                source.project(circuit.columnsRead(inputs.get(entry.getKey())));
            }
        }
    }

    /** Tables without event time come in first, so that streams that are joined with them find them there. */
    private static boolean isUntimedBehind(LiveTable table) {
        return table instanceof SourceTable source && !source.isTimed() && source.isPolling() && !source.isCaughtUp();
    }

    /** Tells of the sources that have failed since the last time. */
    void newFailures(BiConsumer<InputNode, LeatException> told) {
        for (Map.Entry<String, LiveTable> entry : tables.entrySet()) {
            if (entry.getValue() instanceof SourceTable source) {
                source.newFailure().ifPresent(reason -> told.accept(inputs.get(entry.getKey()), reason));
            }
        }
    }

    /** Whether a source may bring something without being told. */
    boolean isPolling() {
        return tables.values().stream().anyMatch(table -> table instanceof SourceTable source && source.isPolling());
    }

    /** Closes the readers of sources that nothing reads any more; they begin anew with whatever reads them next. */
    void stopUnread(Set<InputNode> read) {
        for (LiveTable table : all()) {
            String name = table.definition().name();
            if (table instanceof SourceTable source && source.isStarted() && !read.contains(input(name))) {
                circuit.removeRelation(name);
                addInput(table);
                source.stop();
            }
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
