package io.leat.engine.statement;

import io.leat.core.error.LeatException;
import io.leat.engine.progress.ReadingProgress;
import io.leat.engine.progress.Step;
import io.leat.engine.progress.Watch;
import io.leat.engine.run.CatchUp;
import io.leat.engine.run.Graph;
import io.leat.engine.run.SourceTable;
import io.leat.executor.source.TableReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the sources ended at one moment, and whether everything up to there has been read. */
final class Freshness {
    private final Map<SourceTable, CatchUp> sources = new LinkedHashMap<>();
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
                    .forEach(source -> freshness.add(source, graph.nanos()));
            return freshness.isReached();
        });
        if (!reached) {
            waiting.until(freshness::tellAndIsReached);
        }
    }

    private void add(SourceTable source, long nanos) {
        source.reader().ifPresent(reader -> sources.put(source, CatchUp.begin(reader, nanos)));
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
        return sources.entrySet().stream().allMatch(entry -> isReached(entry.getKey(), entry.getValue()));
    }

    private ReadingProgress progress() {
        return sources.entrySet().stream()
                .flatMap(entry -> entry.getKey().reader().stream().map(entry.getValue()::progress))
                .reduce(ReadingProgress.NOTHING, ReadingProgress::and);
    }

    private static boolean isReached(SourceTable source, CatchUp catchUp) {
        source.failure().ifPresent(reason -> {
            throw reason;
        });
        Optional<TableReader> reader = source.reader();
        return reader.isEmpty()
                || source.isEnded()
                || catchUp.isReached(reader.get().position());
    }
}
