package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.core.error.LeatException;
import io.leat.engine.durable.ArchivedBytes;
import io.leat.engine.durable.ChangeRecord;
import io.leat.engine.durable.PipelineRecord;
import io.leat.engine.durable.Recovered;
import io.leat.engine.durable.StoredTable;
import io.leat.engine.durable.TickRecord;
import io.leat.engine.view.Content;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.circuit.Node;
import io.leat.executor.shard.Shards;
import io.leat.executor.source.IntakeRecord;
import io.leat.executor.state.Archivable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a database back to where it was: while its definitions are made again, views and jobs that the checkpoint has are
 * wired and nothing more; then what they remembered is read back; then the ticks after the checkpoint are computed once more.
 * Those that the checkpoint does not have are made anew, where the journal says that they began, or at the end.
 */
final class Restoration implements Recovered.Replay {
    private final Graph graph;
    private final Recovered recovered;
    private final Map<String, Definition> waiting = new LinkedHashMap<>();
    private final RelationPlaces places = new RelationPlaces();
    private final GivenUpJobs givenUp = new GivenUpJobs();
    private List<TickRecord> ticks = List.of();
    private long openTick;
    private long openMillis;

    Restoration(Graph graph, Recovered recovered) {
        this.graph = graph;
        this.recovered = recovered;
        recovered.restore(Map.of(RelationPlaces.PART, places), Shards.ONE);
    }

    /** Makes a view or job as far as that is possible now. */
    void define(Definition definition) {
        if (!isKept(definition)) {
            waiting.put(key(definition.name()), definition);
            return;
        }
        Node root = graph.circuit().add(definition.plan());
        if (recovered.hasAll(Circuit.remembered(root).keySet())) {
            graph.life().put(graph.life().make(definition, root));
            places.get(definition.name()).ifPresent(place -> graph.circuit().expose(definition.name(), place));
        } else {
            graph.circuit().remove(root);
            waiting.put(key(definition.name()), definition);
        }
    }

    /** Whether the checkpoint has it, and the views that it reads. */
    private boolean isKept(Definition definition) {
        return recovered.hasPipeline(definition.part(), definition.name())
                && PipelineBuilder.scans(definition.plan()).keySet().stream()
                        .allMatch(relation -> graph.table(relation) != null
                                || graph.pipeline(relation).isPresent());
    }

    /**
     * Reads back what was remembered and computes what came after it; the graph is then where it was.
     *
     * @throws LeatException if a source cannot be opened, or has no longer what was read from it
     */
    void run() {
        List<SourceTable> sources = graph.pipelines().stream()
                .flatMap(pipeline -> pipeline.inputs().stream())
                .flatMap(input -> graph.sourcesBelow(input.relation()).stream())
                .distinct()
                .toList();
        restoreParts(sources);
        graph.ticking().goOnAfter(recovered.tick());
        ticks = recovered.ticks();
        sources.forEach(source -> source.resume(toCome(source, recovered.tick())));
        recovered.replay(this, graph.opening());
        endOpenTick(recovered.lastTick() + 1);
        graph.ticking().goOnAfter(recovered.lastTick());
        ticks = List.of();
        graph.sources().forEach(SourceTable::goOn);
        graph.pipelines().forEach(pipeline -> pipeline.requireNotBehind(recovered.lastTick()));
    }

    /** What came from a source in the ticks after one that are to be computed once more. */
    private List<IntakeRecord> toCome(SourceTable source, long after) {
        return ticks.stream()
                .filter(tick -> tick.tick() > after)
                .flatMap(tick -> Optional.ofNullable(
                        tick.intakes().get(source.definition().name()))
                        .stream())
                .toList();
    }

    private void restoreParts(List<SourceTable> sources) {
        Map<String, Archivable> parts = new LinkedHashMap<>();
        for (LiveTable table : graph.tables()) {
            if (!(table instanceof SourceTable)
                    && !recovered.hasEnded(table.definition().name())) {
                parts.putAll(table.parts());
            }
        }
        sources.forEach(source -> parts.putAll(source.parts()));
        parts.putAll(graph.pipelineParts());
        recovered.restore(parts, graph.circuit().context().shards(), graph.opening());
        graph.pipelines().forEach(this::restoreDifference);
        recovered.restore(Map.of(GivenUpJobs.PART, givenUp), Shards.ONE);
        graph.giveUp(givenUp);
    }

    private void restoreDifference(LivePipeline pipeline) {
        if (pipeline instanceof LiveView view) {
            Content pending = ViewSwitch.content(view.root());
            recovered.restore(Map.of(ViewSwitch.part(view), pending), Shards.ONE);
            if (ViewSwitch.goOn(view, pending, graph.circuit())) {
                graph.ticking().setChanged();
            }
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The views and jobs that are left, in the order in which they were defined. */
    Iterable<Definition> left() {
        return waiting.values();
    }

    /** Why one that is left was given up, if it was. */
    Optional<LeatException> givenUp(Definition definition) {
        return givenUp.reason(definition.part())
                .filter(reason -> recovered.hasPipeline(definition.part(), definition.name()));
    }

    @Override
    public void change(StoredTable table, ChangeRecord change, ZSet rows) {
        endOpenTick(change.tick());
        table.redo(rows, change.watermark());
        openTick = change.tick();
        openMillis = change.clockMillis();
    }

    /** Changes of tables that have no record of their tick make a tick of their own. */
    private void endOpenTick(long before) {
        if (openTick != 0 && openTick < before) {
            graph.ticking().replay(new TickRecord(openTick, openMillis, Map.of()));
            openTick = 0;
        }
    }

    @Override
    public void tick(TickRecord record) {
        endOpenTick(record.tick());
        openTick = 0;
        graph.opening().rows(graph.ticking().replay(record));
        graph.sources().forEach(SourceTable::requireWhole);
    }

    @Override
    public void began(PipelineRecord record) {
        endOpenTick(record.tick());
        Definition definition = waiting.get(key(record.name()));
        if (definition == null || !definition.fingerprint().equals(record.fingerprint())) {
            return;
        }
        waiting.remove(key(record.name()));
        record.readers().forEach((table, reader) -> {
            if (graph.table(table) instanceof SourceTable source && !source.isStarted()) {
                ArchivedBytes.restore(reader, source::archiveReader);
                source.resumeFromHistory(toCome(source, record.tick()));
            }
        });
        graph.opening().makeAgain(record.name(), () -> graph.life().begin(definition, record));
    }
}
