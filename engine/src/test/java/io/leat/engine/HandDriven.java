package io.leat.engine;

import io.leat.core.connector.Position;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Plan;
import io.leat.engine.run.Graph;
import io.leat.engine.run.LivePipeline;
import io.leat.engine.run.LiveTable;
import io.leat.engine.run.LiveView;
import io.leat.engine.run.OrdinaryTable;
import io.leat.engine.run.SourceTable;
import io.leat.executor.oracle.Bag;
import io.leat.executor.storage.Storage;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/** An engine that a test turns by hand, on its own thread, and may look into between two turns. */
public final class HandDriven implements AutoCloseable {
    private final Leat leat;
    private Map<String, Position> takenIn = Map.of();

    private HandDriven(Leat leat) {
        this.leat = leat;
    }

    /**
     * Opens an engine.
     *
     * @param options all else that it is opened with
     * @param background takes what is to be done beside the ticks
     */
    public static HandDriven open(Leat.Builder options, Storage storage, Executor background) {
        return new HandDriven(options.storage(storage).byHand(background).open());
    }

    /** The engine, for statements. */
    public Leat leat() {
        return leat;
    }

    /** One turn; about how much there was to do. */
    public int turn() {
        return leat.database().loop().turn();
    }

    /** Turns until there has been nothing to do three times in a row. */
    public void settle() {
        for (int idle = 0; idle < 3; idle++) {
            while (turn() > 0) {
                idle = 0;
            }
        }
    }

    /** The number of the last tick. */
    public long tick() {
        return look(graph()::tick);
    }

    /** How far each source has been taken in that something reads, by the name of its table. */
    public Map<String, Position> positions() {
        Map<String, Position> positions = new TreeMap<>();
        for (LiveTable table : tables()) {
            if (table instanceof SourceTable source && source.reader().isPresent()) {
                String name = source.definition().name();
                Position before = takenIn.getOrDefault(name, Position.START);
                positions.put(
                        name,
                        source.isHolding() ? before : source.reader().get().position());
            }
        }
        takenIn = positions;
        return positions;
    }

    /** The statements that made what there is, by name. */
    public Map<String, String> definitions() {
        Map<String, String> definitions = new TreeMap<>();
        leat.database().catalog().objects().stream()
                .filter(object -> !object.statement().isEmpty())
                .forEach(object -> definitions.put(object.name(), object.statement()));
        return definitions;
    }

    /** How far event time has come in each table. */
    public Map<String, Long> watermarks() {
        Map<String, Long> watermarks = new TreeMap<>();
        tables().forEach(table -> watermarks.put(table.definition().name(), table.watermark()));
        return watermarks;
    }

    private Collection<LiveTable> tables() {
        return look(graph()::tables);
    }

    /** What a table without a connector contains. */
    public Bag rows(String table) {
        OrdinaryTable ordinary = (OrdinaryTable) look(() -> graph().table(table));
        return Bag.of(ordinary.definition().schema(), ordinary.content());
    }

    /** Whether there is a view or job of a name. */
    public boolean runs(String name) {
        return pipeline(name).isPresent();
    }

    /** What stopped a view or a job, if it was a failure. */
    public Optional<LeatException> failure(String name) {
        return pipeline(name).flatMap(LivePipeline::failure);
    }

    /** How a view or a job is computed. */
    public Plan plan(String name) {
        return pipeline(name).orElseThrow().plan();
    }

    /** Whether it was stopped by more than a source that brings nothing. */
    public boolean isBroken(String name) {
        return pipeline(name).map(LivePipeline::isBroken).orElse(false);
    }

    /** What a view contains, as far as it has come. */
    public Bag content(String view) {
        LiveView live = (LiveView) pipeline(view).orElseThrow();
        return Bag.of(live.root().schema(), live.standing());
    }

    private Optional<LivePipeline> pipeline(String name) {
        return look(() -> graph().pipeline(name));
    }

    private Graph graph() {
        return leat.database().graph();
    }

    private <T> T look(Callable<T> question) {
        return leat.database().loop().look(question);
    }

    @Override
    public void close() {
        leat.close();
    }
}
