package io.leat.connector.file;

import io.leat.connector.format.RecordEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a sink writes, and how.
 *
 * @param files the disk
 * @param text the path as the table has it
 * @param path the path
 * @param encoder encodes rows
 * @param ending the ending of files that get their names from the sink
 * @param rollingSize the size at which writing goes on in another file
 * @param identity the sink's identity, if it has one
 */
record SinkTarget(
        SinkFiles files,
        String text,
        Path path,
        RecordEncoder encoder,
        String ending,
        long rollingSize,
        Optional<String> identity) {
    private static final List<String> FILE_ENDINGS = List.of(".json", ".ndjson", ".jsonl", ".csv", ".txt");

    /** What a sink of a table writes to. */
    static SinkTarget of(FileTable table, Path directory, SinkFiles files, Optional<String> identity) {
        String format = table.format().name();
        return new SinkTarget(
                files,
                table.path(),
                new FileSelection(table.path(), directory).resolved().toAbsolutePath(),
                table.format().encoder(table.recordFields(), table.formatOptions()),
                format.equals("raw") ? "txt" : format,
                RollingSize.of(table.options()),
                identity);
    }

    /** Whether it is one file, which grows. */
    boolean isFile() {
        boolean looksLikeOne = FILE_ENDINGS.stream().anyMatch(text::endsWith);
        return !files.isDirectory(path) && (files.exists(path) || looksLikeOne);
    }

    /** Opens it as a directory. */
    DirectoryCommits directory() throws IOException {
        return new DirectoryCommits(files, path, identity);
    }
}
