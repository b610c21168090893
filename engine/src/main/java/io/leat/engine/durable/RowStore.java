package io.leat.engine.durable;

/** Keeps the rows of ordinary tables. Used by the run loop's thread only. */
public interface RowStore {

    /** Keeps nothing: for a database in memory. */
    RowStore MEMORY = new RowStore() {
        @Override
        public RowLog open(StoredTable table) {
            return RowLog.NONE;
        }

        @Override
        public void sync() {
            // nothing is kept
        }

        @Override
        public void checkpointIfDue(long tick) {
            // nothing is kept
        }

        @Override
        public void checkpoint(long tick) {
            // nothing is kept
        }

        @Override
        public long lastTick() {
            return 0;
        }
    };

    /** Gives a table back what was kept of it, if anything was, and keeps its changes from now on. */
    RowLog open(StoredTable table);

    /**
     * Returns when all changes are safe: at once if they are.
     *
     * @throws io.leat.core.error.LeatException INPUT_OUTPUT; the engine must stop
     */
    void sync();

    /** Takes a checkpoint if the journal has grown enough since the last. */
    void checkpointIfDue(long tick);

    /** Takes a checkpoint if anything has changed since the last. */
    void checkpoint(long tick);

    /** The tick of the last change that was kept when the database was opened. */
    long lastTick();
}
