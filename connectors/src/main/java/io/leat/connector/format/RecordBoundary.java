package io.leat.connector.format;

/**
 * Finds where records end in a file. It remembers what it has seen of the current record, so that bytes are looked at
 * once however they arrive. Not safe for several threads.
 */
public interface RecordBoundary {
    /** A word of line feeds. */
    long LINE_FEEDS = ByteWords.of('\n');

    /**
     * Looks at more bytes of the current record.
     *
     * @param from the first byte that it has not seen yet
     * @param to behind the last byte there is
     * @return the place behind the record's line feed, after which the next record begins; or -1 if it is not there
     */
    int find(byte[] buffer, int from, int to);

    /** Forgets what it has seen: the next byte begins a record. */
    void reset();

    /** Whether the record cannot end behind what has been seen, because something has been opened and not closed. */
    default boolean isOpen() {
        return false;
    }

    /** Records are lines: each ends with a line feed. */
    static RecordBoundary lines() {
        return new RecordBoundary() {
            @Override
            public int find(byte[] buffer, int from, int to) {
                int feed = ByteWords.find(buffer, from, to, LINE_FEEDS);
                return feed < 0 ? -1 : feed + 1;
            }

            @Override
            public void reset() {
                // A line has no memory.
            }
        };
    }
}
