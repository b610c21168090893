package io.leat.connector.nexmark;

/**
 * The events of some consecutive rows of a table, before they have columns.
 *
 * @param numbers the number of each event
 * @param bits the random bits of each event
 * @param size how many
 */
record Events(long[] numbers, long[] bits, int size) {

    /** The events of so many rows of a table. */
    static Events of(NexmarkTable table, long seed, long firstRow, int size) {
        long[] numbers = new long[size];
        long[] bits = new long[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = table.event(firstRow + i);
            bits[i] = Draws.event(seed, numbers[i]);
        }
        return new Events(numbers, bits, size);
    }
}
