package io.leat.connector.file;

/** How much one poll may still do. */
final class ReadBudget {
    /** So much a poll may always read. */
    private static final long BYTES = 1L << 20;

    /** Bytes for each row that is asked for: a poll of longer records brings fewer. */
    private static final long ROW_BYTES = 256;

    private int rows;
    private long bytes;

    ReadBudget(int rows) {
        this.rows = rows;
        this.bytes = Math.max(BYTES, rows * ROW_BYTES);
    }

    boolean isLeft() {
        return rows > 0 && bytes > 0;
    }

    void takeRow() {
        rows--;
    }

    void takeRows(int count) {
        rows -= count;
    }

    /** How many rows are left. */
    int rows() {
        return rows;
    }

    void takeBytes(long count) {
        bytes -= count;
    }
}
