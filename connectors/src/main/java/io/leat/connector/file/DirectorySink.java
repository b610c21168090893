package io.leat.connector.file;

import io.leat.connector.format.RecordEncoder;
import io.leat.core.batch.Chunk;
import java.io.IOException;
import java.util.OptionalLong;

/** Writes the rows of each flush to new files in a directory. */
final class DirectorySink extends FileSink {
    private final SinkFiles files;
    private final DirectoryCommits commits;
    private final RecordEncoder encoder;
    private final String ending;
    private final long rollingSize;
    private RowsFile rows;

    DirectorySink(SinkTarget target, DirectoryCommits commits) {
        super(target.text());
        this.files = target.files();
        this.commits = commits;
        this.encoder = target.encoder();
        this.ending = target.ending();
        this.rollingSize = target.rollingSize();
    }

    @Override
    public OptionalLong lastTick() {
        return commits.lastTick();
    }

    @Override
    void writeRow(Chunk chunk, int row) throws IOException {
        if (rows == null) {
            rows = RowsFile.begin(files, commits.temporary(), encoder);
        }
        rows.row(chunk, row);
        if (rows.size() >= rollingSize) {
            roll();
        }
    }

    private void roll() throws IOException {
        commits.add(rows.finish(), "");
        rows = null;
    }

    @Override
    void publish(long tick) throws IOException {
        if (rows != null) {
            roll();
        }
        commits.commit(tick, ending);
    }

    @Override
    void free(boolean failed) throws IOException {
        if (rows != null) {
            rows.abandon();
            rows = null;
        }
        commits.close(failed);
    }
}
