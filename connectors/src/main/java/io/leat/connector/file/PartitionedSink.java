package io.leat.connector.file;

import io.leat.core.batch.Chunk;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Writes rows to new files in directories that their partition columns name. As many files as {@link #OPEN_MAX} are open at
 * once; when one more is needed, the one least recently written to is finished. The files of a flush, whatever their
 * directories, are numbered and shown together.
 */
final class PartitionedSink extends FileSink {
    /** The most files that are open at once. */
    static final int OPEN_MAX = 64;

    private final SinkTarget target;
    private final DirectoryCommits commits;
    private final PartitionColumns partitions;
    private final Map<String, RowsFile> open = new LinkedHashMap<>(16, 0.75f, true);
    private Chunk source;
    private Chunk records;
    /** The row of the source that was written last, and its directory; its neighbours mostly go there too. */
    private int lastRow;

    private String lastPartition;

    PartitionedSink(SinkTarget target, DirectoryCommits commits, PartitionColumns partitions) {
        super(target.text());
        this.target = target;
        this.commits = commits;
        this.partitions = partitions;
    }

    @Override
    public OptionalLong lastTick() {
        return commits.lastTick();
    }

    @Override
    void writeRow(Chunk chunk, int row) throws IOException {
        if (chunk != source) {
            source = chunk;
            records = chunk.select(partitions.record());
            lastPartition = null;
        }
        if (lastPartition == null || !partitions.areAlike(chunk, row, lastRow)) {
            lastPartition = partitions.directory(chunk, row);
        }
        lastRow = row;
        String partition = lastPartition;
        RowsFile rows = open.get(partition);
        if (rows == null) {
            rows = begin(partition);
        }
        rows.row(records, row);
        if (rows.size() >= target.rollingSize()) {
            finish(partition);
        }
    }

    private RowsFile begin(String partition) throws IOException {
        if (open.size() == OPEN_MAX) {
            finish(open.keySet().iterator().next());
        }
        RowsFile rows = RowsFile.begin(target.files(), commits.temporary(), target.encoder());
        open.put(partition, rows);
        return rows;
    }

    private void finish(String partition) throws IOException {
        commits.add(open.remove(partition).finish(), partition);
    }

    @Override
    void publish(long tick) throws IOException {
        for (String partition : List.copyOf(open.keySet())) {
            finish(partition);
        }
        source = null;
        records = null;
        commits.commit(tick, target.ending());
    }

    @Override
    void free(boolean failed) throws IOException {
        for (RowsFile rows : open.values()) {
            rows.abandon();
        }
        open.clear();
        commits.close(failed);
    }
}
