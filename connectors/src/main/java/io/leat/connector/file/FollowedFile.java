package io.leat.connector.file;

import io.leat.core.connector.RowCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that may grow, be truncated, or be replaced by another one of its name. */
final class FollowedFile {
    private static final Logger LOGGER = LoggerFactory.getLogger(FollowedFile.class);

    private final FileOpener opener;
    private final DataFile file;
    private Generation generation;
    private Object key;
    private long offset;
    private OpenContent open;
    private StoredLayout layout;
    private boolean atEnd;
    private boolean replaced;
    private boolean leftoverIsRecord;

    FollowedFile(FileOpener opener, StoredLayout layout, DataFile file, Generation generation, long offset) {
        this.layout = layout;
        this.opener = opener;
        this.file = file;
        this.generation = generation;
        this.offset = offset;
    }

    /** Says which columns are read from now on. */
    void project(StoredLayout other) {
        layout = other;
        if (open != null) {
            open.project(other);
        }
    }

    /** The name of its present content in positions. */
    String partition() {
        return generation.partition();
    }

    /** Whether there was nothing more when it was read last. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** What identifies the file, whatever its name; or null if the file system does not say. */
    Object key() {
        return key;
    }

    /** Looks whether there may be more to read: more of it, or another file in its place. */
    void look() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
            boolean another = key != null && !Objects.equals(key, attributes.fileKey());
            boolean shrunk = !file.isCompressed() && attributes.size() < offset;
            if (!replaced && (another || shrunk)) {
                LOGGER.warn(
                        "file {} was {} after {} bytes; starting again with its new content",
                        file.path(),
                        another ? "replaced" : "truncated",
                        offset);
                replaced = true;
                leftoverIsRecord = another;
            }
            key = attributes.fileKey();
            atEnd = false;
        } catch (IOException gone) {
            LOGGER.debug("file {} is not there now", file.path(), gone);
        }
    }

    /** Delivers rows as long as the budget lasts, or until there are no more for now, and notes how far that was. */
    void read(RowCollector rows, ReadBudget budget, Map<String, Long> offsets) {
        try {
            while (!atEnd && budget.isLeft()) {
                readContent(rows, budget, offsets);
            }
        } catch (IOException e) {
            throw FileOpener.failure(file, e);
        }
    }

    private void readContent(RowCollector rows, ReadBudget budget, Map<String, Long> offsets) throws IOException {
        if (open == null && !replaced) {
            open = opener.open(file, partition(), offset, Long.MAX_VALUE, layout);
        }
        boolean last = file.isCompressed() || (replaced && leftoverIsRecord);
        boolean ended = open == null || open.read(rows, budget, last);
        offset = open == null ? offset : open.offset();
        if (offset > 0) {
            offsets.put(partition(), offset);
        }
        if (ended && replaced) {
            close();
            generation = generation.next();
            offset = 0;
            replaced = false;
        } else {
            atEnd = ended;
        }
    }

    /** The name of the content that is there now. */
    String partitionNow() {
        return replaced ? generation.next().partition() : partition();
    }

    /** Where the last whole record of the content that is there now ends. */
    long end() {
        return Files.exists(file.path()) ? opener.end(file, replaced ? 0 : offset, file.isCompressed()) : offset;
    }

    void close() {
        if (open != null) {
            Closing.quietly(open);
            open = null;
        }
    }
}
