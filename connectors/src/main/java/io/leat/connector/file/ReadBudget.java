package io.leat.connector.file;

/** How much one poll may still do. */
final class ReadBudget {
    /** A poll reads so much at most, rows or no rows, so that it takes a few milliseconds. */
    private static final long BYTES_MAX = 1L << 20;

    private int rows;
    private long bytes = BYTES_MAX;

    ReadBudget(int rows) {
        this.rows = rows;
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
