package io.leat.connector.file;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A small file in which a sink keeps how far it is. It is replaced in one step and for good, so a crash leaves the old one
 * or the new one. Lines of text: a first one with the version, a last one with a checksum.
 *
 * @param files the disk
 * @param path its name
 */
record SinkRecord(SinkFiles files, Path path) {
    private static final String FIRST_LINE = "leat sink 1";
    private static final String CHECKSUM = "crc32c ";

    /** Its lines, without the first and the last; empty if it has never been written. */
    Optional<List<String>> read() throws IOException {
        if (!files.exists(path) || files.size(path) == 0) {
            return Optional.empty();
        }
        byte[] content = files.read(path, 0, Math.toIntExact(files.size(path)));
        String text = new String(content, StandardCharsets.UTF_8);
        int last = text.lastIndexOf(CHECKSUM);
        boolean whole = last > 0
                && text.startsWith(FIRST_LINE + "\n")
                && text.substring(last).equals(checksum(text, last));
        if (!whole) {
            throw LeatException.of(ErrorCode.DATA_CORRUPTED, "\"" + path + "\" is damaged, or of another version")
                    .hint(
                            "It says which rows a job has written. Bring it back from a backup, or write to another path.");
        }
        return Optional.of(text.substring(FIRST_LINE.length() + 1, last).lines().toList());
    }

    /** Replaces its lines. */
    void write(List<String> lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(FIRST_LINE));
        all.addAll(lines);
        String text = String.join("\n", all) + "\n";
        byte[] content = (text + checksum(text, text.length())).getBytes(StandardCharsets.UTF_8);
        Path next = path.resolveSibling(path.getFileName() + ".new");
        try (SinkFiles.Output output = files.append(next)) {
            output.truncate(0);
            output.write(content, 0, content.length);
            output.sync();
        }
        files.move(next, path);
        files.syncNames(path.getParent());
    }

    private static String checksum(String text, int length) {
        CRC32C crc = new CRC32C();
        crc.update(text.substring(0, length).getBytes(StandardCharsets.UTF_8));
        return CHECKSUM + Long.toHexString(crc.getValue()) + "\n";
    }
}
