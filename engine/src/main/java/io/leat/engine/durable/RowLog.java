package io.leat.engine.durable;

import io.leat.core.batch.ZSet;

/** Where the changes of one table are written down before they count. */
public interface RowLog extends AutoCloseable {

    /** Writes nothing down: for tables in memory. */
    RowLog NONE = new RowLog() {
        @Override
        public long identity() {
            return 0;
        }

        @Override
        public void append(long tick, long clockMillis, ZSet rows, long watermark) {
            // memory needs no journal
        }

        @Override
        public void close() {
            // nothing was kept
        }
    };

    /** What no other table of the database has or had. */
    long identity();

    /**
     * Writes a change down; it is safe after {@link Durability#sync}.
     *
     * @param tick the tick that will have it
     * @param clockMillis the time of that tick, if it has nothing else
     * @param rows rows that come and, with weights below 0, that go, in order
     * @param watermark the table's event time with them
     * @throws io.leat.core.error.LeatException DISK_FULL, INPUT_OUTPUT or LIMIT_EXCEEDED; the change must then not be made
     */
    void append(long tick, long clockMillis, ZSet rows, long watermark);

    /** The table is gone: its rows are not kept any longer. */
    @Override
    void close();
}
