package io.leat.connector.file;

import io.leat.connector.format.RecordEncoder;
import io.leat.core.batch.Chunk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Adds rows to one file, which is replaced by a longer one at each flush that has rows. Good for results; a pipeline that
 * goes on for long writes less to a directory. It cannot know its last tick.
 */
final class SingleFileSink extends FileSink {
    private final Path target;
    private final Path temporary;
    private final RecordEncoder encoder;
    private RowsFile rows;

    SingleFileSink(String path, Path target, RecordEncoder encoder) {
        super(path);
        this.target = target.toAbsolutePath();
        this.temporary = this.target.resolveSibling("." + target.getFileName() + ".inprogress");
        this.encoder = encoder;
    }

    @Override
    void writeRow(Chunk chunk, int row) throws IOException {
        if (rows == null) {
            begin();
        }
        rows.row(chunk, row);
    }

    private void begin() throws IOException {
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(temporary);
        if (Files.exists(target)) {
            Files.copy(target, temporary, StandardCopyOption.REPLACE_EXISTING);
            endLastLine();
        }
        rows = new RowsFile(temporary, encoder);
    }

    private void endLastLine() throws IOException {
        long size = Files.size(temporary);
        try (InputStream input = Files.newInputStream(temporary)) {
            input.skipNBytes(Math.max(0, size - 1));
            if (size > 0 && input.read() != '\n') {
                Files.write(temporary, new byte[] {'\n'}, StandardOpenOption.APPEND);
            }
        }
    }

    @Override
    void publish(long tick) throws IOException {
        if (rows != null) {
            RowsFile.publish(rows.finish(), target);
            rows = null;
        }
    }
}
