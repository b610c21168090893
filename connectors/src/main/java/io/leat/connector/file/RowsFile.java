package io.leat.connector.file;

import io.leat.connector.format.RecordEncoder;
import io.leat.core.batch.Chunk;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file being written under a temporary name, which becomes visible whole or not at all. */
final class RowsFile {
    private static final int BUFFER_BYTES = 64 << 10;

    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream output;
    private final RecordEncoder encoder;
    private long size;

    /** Goes on with a file that may have content already. */
    RowsFile(Path temporary, RecordEncoder encoder) throws IOException {
        this.temporary = temporary;
        this.encoder = encoder;
        this.channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        this.output = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
        this.size = channel.size();
        if (size == 0 && encoder.header().isPresent()) {
            line(encoder.header().get());
        }
    }

    long size() {
        return size;
    }

    void row(Chunk chunk, int row) throws IOException {
        line(encoder.encode(chunk, row));
    }

    private void line(byte[] bytes) throws IOException {
        output.write(bytes);
        output.write('\n');
        size += bytes.length + 1;
    }

    /** Puts everything written on the disk. */
    void sync() throws IOException {
        output.flush();
        channel.force(true);
    }

    /** Ends writing, with everything on the disk. */
    Path finish() throws IOException {
        sync();
        output.close();
        return temporary;
    }

    /** Gives a finished file its name, in one step, for good. */
    static void publish(Path finished, Path name) throws IOException {
        Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(name.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
