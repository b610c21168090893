package io.leat.engine.run;

import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.engine.durable.TickRecord;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.shard.Shards;
import io.leat.executor.source.Decoding;
import io.leat.executor.source.IntakeRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The way into a circuit: its tables, each with the node where its changes come in. */
final class Tables {
    private final Circuit circuit;
    private final Buildings buildings;
    private final TickSize size;
    private final Map<String, LiveTable> tables = new LinkedHashMap<>();
    private final Map<String, InputNode> inputs = new LinkedHashMap<>();
    private long projected = -1;

    Tables(Circuit circuit, Buildings buildings, Limits limits) {
        this.circuit = circuit;
        this.buildings = buildings;
        this.size = new TickSize(limits);
    }

    /** Adds a table, and those beside it. */
    void add(LiveTable table) {
        put(table);
        table.diversion().ifPresent(diversion -> diversion.tables().forEach(this::put));
    }

    private void put(LiveTable table) {
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
        InputNode input = circuit.addInput(definition.name(), LiveTable.circuitSchema(definition), table.isTimed());
        if (table.tellsOrigins()) {
            input.keepOrigins();
        }
        inputs.put(key(definition.name()), input);
    }

    /** Takes a table out that nothing reads, and those beside it. */
    void drop(String name) {
        LiveTable table = tables.remove(key(name));
        table.diversion()
                .ifPresent(diversion ->
                        diversion.tables().forEach(one -> drop(one.definition().name())));
        inputs.remove(key(name));
        circuit.removeRelation(name);
        table.close();
    }

    /** The table with a connector that feeds a table: itself, or the one that it is beside. */
    Optional<SourceTable> source(String name) {
        LiveTable table = get(name);
        LiveTable feeding = table instanceof DivertedTable ? get(DivertedTables.owner(name)) : table;
        return feeding instanceof SourceTable source ? Optional.of(source) : Optional.empty();
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

    /** The tables with a connector. */
    List<SourceTable> sources() {
        return tables.values().stream()
                .filter(SourceTable.class::isInstance)
                .map(SourceTable.class::cast)
                .toList();
    }

    void clear() {
        tables.clear();
    }

    /**
     * Takes what the tables have ready; it waits then to be offered to the circuit.
     *
     * @param heldBack whether sources are not read, because a reader of changes has not kept up
     */
    void read(boolean heldBack, long nowMillis) {
        project();
        boolean untimedBehind = tables.values().stream().anyMatch(Tables::isUntimedBehind);
        Decoding decoding = new Decoding();
        for (SourceTable table : sources()) {
            if (!heldBack && !(untimedBehind && table.isTimed())) {
                table.read(size.rows(), nowMillis, decoding);
            }
        }
        decoding.run(circuit.context().shards());
        sources().forEach(SourceTable::finishReading);
    }

    /** A tick took so long, reading included: the next one may be larger. */
    void ticked(long nanos) {
        size.ticked(sources().stream().anyMatch(SourceTable::hasMore), nanos);
    }

    /** Whether anything waits to be offered to the circuit. */
    boolean isWaiting() {
        for (Map.Entry<String, LiveTable> entry : tables.entrySet()) {
            if (entry.getValue().isWaiting(inputs.get(entry.getKey()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether what sources brought waits, because it could not be noted. */
    boolean isHolding() {
        return sources().stream().anyMatch(SourceTable::isHolding);
    }

    /** What waits that came from sources, by name of the table. */
    Map<String, IntakeRecord> intakes() {
        Map<String, IntakeRecord> intakes = new LinkedHashMap<>();
        for (SourceTable table : sources()) {
            table.waiting().ifPresent(record -> intakes.put(table.definition().name(), record));
        }
        return intakes;
    }

    /**
     * Offers what waits to the circuit.
     *
     * @param ofSources whether what came from sources is offered too
     * @return how many rows
     */
    long offer(boolean ofSources) {
        long rows = 0;
        for (Map.Entry<String, LiveTable> entry : tables.entrySet()) {
            if (ofSources || !(entry.getValue() instanceof SourceTable)) {
                rows += entry.getValue().offer(inputs.get(entry.getKey()));
            }
        }
        return rows;
    }

    /** Brings in once more what came into a tick, and offers it to the circuit; answers how many rows. */
    long replay(TickRecord tick) {
        project();
        Decoding decoding = new Decoding();
        for (SourceTable table : sources()) {
            String name = table.definition().name();
            table.replay(tick.intakes().getOrDefault(name, IntakeRecord.NOTHING), tick.clockMillis(), decoding);
        }
        decoding.run(circuit.context().shards());
        sources().forEach(SourceTable::finishReading);
        return offer(true);
    }

    /** Sources decode only what some plan reads. */
    private void project() {
        long wanted = circuit.wirings() + buildings.changes();
        if (projected == wanted) {
            return;
        }
        projected = wanted;
        int widest = 0;
        for (SourceTable source : sources()) {
            InputNode input = input(source.definition().name());
            boolean all = source.diversion().orElseThrow().readsAll();
            Set<Integer> columns = new TreeSet<>(circuit.columnsRead(input));
            columns.addAll(all ? everyColumn(input) : Set.of());
            columns.addAll(buildings.columns(input));
            source.project(columns);
            widest = Math.max(widest, TickSize.rowBytes(input.schema(), columns));
        }
        size.fit(widest);
        tables.values().forEach(table -> table.diversion().ifPresent(diversion -> diversion.follow(circuit)));
    }

    private static Set<Integer> everyColumn(InputNode input) {
        return IntStream.range(0, input.schema().size()).boxed().collect(Collectors.toSet());
    }

    /** Tables without event time come in first, so that streams that are joined with them find them there. */
    private static boolean isUntimedBehind(LiveTable table) {
        return table instanceof SourceTable source && !source.isTimed() && source.isPolling() && !source.isCaughtUp();
    }

    /** Tells of the sources that have failed since the last time. */
    void newFailures(BiConsumer<InputNode, LeatException> told) {
        for (SourceTable source : sources()) {
            source.newFailure()
                    .ifPresent(reason -> told.accept(input(source.definition().name()), reason));
        }
    }

    /** Whether a source may bring something without being told. */
    boolean isPolling() {
        return sources().stream().anyMatch(SourceTable::isPolling);
    }

    /** Closes the readers of sources that nothing reads any more; they begin anew with whatever reads them next. */
    void stopUnread(Set<InputNode> read) {
        for (SourceTable source : sources()) {
            String name = source.definition().name();
            if (source.isStarted() && !isRead(source, read)) {
                circuit.removeRelation(name);
                addInput(source);
                source.stop();
            }
        }
    }

    /** Whether a table is read, or one beside it. */
    private boolean isRead(SourceTable source, Set<InputNode> read) {
        return read.stream()
                .anyMatch(
                        input -> source(input.relation()).filter(source::equals).isPresent());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
