package io.leat.engine.durable;

import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import java.util.ArrayList;
import java.util.List;

/** What a checkpoint says before anything else is read from it: in how many shards state lies, and which tables it has. */
final class CheckpointHeader implements Archivable {
    static final String PART = "database";

    private int shards;
    private List<TableRecord> tables;

    CheckpointHeader(int shards, List<TableRecord> tables) {
        this.shards = shards;
        this.tables = List.copyOf(tables);
    }

    int shards() {
        return shards;
    }

    List<TableRecord> tables() {
        return tables;
    }

    @Override
    public void archive(StateArchive archive) {
        shards = archive.number(shards);
        byte[][] encoded = tables.stream().map(TableRecord::encode).toArray(byte[][]::new);
        List<TableRecord> archived = new ArrayList<>();
        for (byte[] table : archive.strings(encoded, encoded.length)) {
            archived.add(TableRecord.decode(table));
        }
        tables = List.copyOf(archived);
    }
}
