package io.leat.engine.statement;

import io.leat.core.connector.Position;
import io.leat.core.error.LeatException;
import io.leat.engine.run.Graph;
import io.leat.engine.run.SourceTable;
import io.leat.executor.source.TableReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the sources ended at one moment, and whether everything up to there has been read. */
final class Freshness {
    private final Map<SourceTable, Position> ends = new LinkedHashMap<>();

    private Freshness() {}

    /** Waits until everything has been read that the sources below some relations hold now. */
    static void await(Execution execution, Waiting waiting, Collection<String> relations) {
        Graph graph = execution.database().graph();
        Freshness freshness = new Freshness();
        boolean reached = execution.database().loop().call(() -> {
            relations.stream()
                    .flatMap(relation -> graph.sourcesBelow(relation).stream())
                    .forEach(freshness::add);
            return freshness.isReached();
        });
        if (!reached) {
            waiting.until(freshness::isReached);
        }
    }

    private void add(SourceTable source) {
        source.reader().ifPresent(reader -> ends.put(source, reader.end()));
    }

    /**
     * Whether all of it has been read; asked on the run loop.
     *
     * @throws LeatException what ended reading one of them
     */
    private boolean isReached() {
        return ends.entrySet().stream().allMatch(entry -> isReached(entry.getKey(), entry.getValue()));
    }

    private static boolean isReached(SourceTable source, Position end) {
        source.failure().ifPresent(reason -> {
            throw reason;
        });
        Optional<TableReader> reader = source.reader();
        return reader.isEmpty() || source.isEnded() || reader.get().position().hasReached(end);
    }
}
