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
        long[] numbers = table.events(firstRow, size);
        long[] bits = new long[size];
        for (int i = 0; i < size; i++) {
            bits[i] = Draws.event(seed, numbers[i]);
        }
        return new Events(numbers, bits, size);
    }

    /** The first place behind another one that belongs to a later round, or the number of events. */
    int endOfRound(int place) {
        int rest = (int) (NexmarkTable.ROUND - numbers[place] % NexmarkTable.ROUND);
        int end = Math.min(place + rest, size);
        long round = numbers[place] + rest;
        while (numbers[end - 1] >= round) {
            end--;
        }
        return end;
    }
}
