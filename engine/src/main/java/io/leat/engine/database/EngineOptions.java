package io.leat.engine.database;

import io.leat.core.connector.Connector;
import io.leat.core.limit.Limits;
import io.leat.core.time.Clock;
import io.leat.engine.durable.CheckpointPolicy;
import io.leat.engine.progress.OpeningProgress;
import io.leat.executor.storage.Storage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What a database is opened with.
 *
 * @param directory where definitions and rows live on; empty keeps everything in memory
 * @param storage where they live on instead, for tests
 * @param savepoint the savepoint of the directory that it begins with; empty to go on where it was
 * @param checkpoints when checkpoints are taken
 * @param workingDirectory what relative paths of files in SQL are relative to
 * @param connectors connectors beside those on the class path
 * @param console where connector {@code print} writes its lines
 * @param shards how many shards views and jobs are computed in
 * @param byHand for simulations: the engine starts no thread, ticks are turned by whoever calls it, and what would be done
 *     in the background is given to this; empty for threads of its own
 * @param opening told how far opening has come
 */
public record EngineOptions(
        Optional<Path> directory,
        Optional<Storage> storage,
        Optional<String> savepoint,
        CheckpointPolicy checkpoints,
        Path workingDirectory,
        Clock clock,
        Limits limits,
        List<Connector> connectors,
        Consumer<String> console,
        int shards,
        Optional<Executor> byHand,
        Consumer<OpeningProgress> opening) {

    /** The same, when what happens at the beginning has happened. */
    public EngineOptions begun() {
        return new EngineOptions(
                directory,
                storage,
                Optional.empty(),
                checkpoints,
                workingDirectory,
                clock,
                limits,
                connectors,
                console,
                shards,
                byHand,
                opening);
    }
}
