package io.leat.engine.durable;

import io.leat.executor.state.Archivable;
import java.util.Map;
import java.util.Optional;

/** Keeps nothing. */
final class MemoryDurability implements Durability {

    @Override
    public Optional<Recovered> recovered() {
        return Optional.empty();
    }

    @Override
    public boolean isKeeping() {
        return false;
    }

    @Override
    public RowLog open(StoredTable table) {
        return RowLog.NONE;
    }

    @Override
    public void tick(TickRecord record) {
        // nothing is kept
    }

    @Override
    public void began(PipelineRecord record) {
        // nothing is kept
    }

    @Override
    public void requireWhole() {
        // nothing can fail
    }

    @Override
    public void ended(String pipeline) {
        // nothing is kept
    }

    @Override
    public void sync() {
        // nothing is kept
    }

    @Override
    public long noted() {
        return 0;
    }

    @Override
    public boolean isTooLong(long since) {
        return false;
    }

    @Override
    public boolean isCheckpointDue() {
        return false;
    }

    @Override
    public void checkpoint(long tick, int shards, Map<String, Archivable> parts) {
        // nothing is kept
    }

    @Override
    public Optional<PinnedCheckpoint> pin(long tick, int shards, Map<String, Archivable> parts) {
        throw new IllegalStateException("nothing is kept");
    }

    @Override
    public void checkpoint(long tick, int shards, Map<String, Archivable> parts, ChangedDefinitions definitions) {
        // nothing is kept
    }

    @Override
    public boolean isScriptBehind() {
        return false;
    }

    @Override
    public void scriptWritten() {
        // nothing is kept
    }

    @Override
    public void awaitCheckpoint() {
        // nothing is kept
    }

    @Override
    public void close() {
        // holds nothing
    }
}
