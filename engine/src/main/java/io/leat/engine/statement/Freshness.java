package io.leat.engine.statement;

import io.leat.core.connector.Position;
import io.leat.core.error.LeatException;
import io.leat.engine.progress.ReadingProgress;
import io.leat.engine.progress.Step;
import io.leat.engine.progress.Stretch;
import io.leat.engine.progress.Watch;
import io.leat.engine.run.Graph;
import io.leat.engine.run.SourceTable;
import io.leat.executor.source.TableReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the sources ended at one moment, and whether everything up to there has been read. */
final class Freshness {
    /**
     * What is still to be read of a source.
     *
     * @param rows how many rows the reader has counted before
     */
    private record Ahead(Stretch stretch, long rows) {}

    private final Map<SourceTable, Ahead> sources = new LinkedHashMap<>();
    private final Watch watch;

    private Freshness(Watch watch) {
        this.watch = watch;
    }

    /** Waits until everything has been read that the sources below some relations hold now. */
    static void await(Execution execution, Waiting waiting, Collection<String> relations) {
        Graph graph = execution.database().graph();
        Freshness freshness = new Freshness(waiting);
        boolean reached = execution.database().loop().call(() -> {
            relations.stream()
                    .flatMap(relation -> graph.sourcesBelow(relation).stream())
                    .forEach(freshness::add);
            return freshness.isReached();
        });
        if (!reached) {
            waiting.until(freshness::tellAndIsReached);
        }
    }

    private void add(SourceTable source) {
        source.reader()
                .ifPresent(reader -> sources.put(
                        source,
                        new Ahead(
                                new Stretch(reader.position(), reader.end()),
                                reader.counters().rows())));
    }

    private boolean tellAndIsReached() {
        watch.reached(Step.WAITING, progress());
        return isReached();
    }

    /**
     * Whether all of it has been read; asked on the run loop.
     *
     * @throws LeatException what ended reading one of them
     */
    private boolean isReached() {
        return sources.entrySet().stream()
                .allMatch(entry ->
                        isReached(entry.getKey(), entry.getValue().stretch().until()));
    }

    private ReadingProgress progress() {
        return sources.entrySet().stream()
                .flatMap(entry -> entry.getKey().reader().stream().map(reader -> progress(entry.getValue(), reader)))
                .reduce(ReadingProgress.NOTHING, ReadingProgress::and);
    }

    private static ReadingProgress progress(Ahead ahead, TableReader reader) {
        return ahead.stretch().at(reader.counters().rows() - ahead.rows(), reader.position());
    }

    private static boolean isReached(SourceTable source, Position end) {
        source.failure().ifPresent(reason -> {
            throw reason;
        });
        Optional<TableReader> reader = source.reader();
        return reader.isEmpty() || source.isEnded() || reader.get().position().hasReached(end);
    }
}
