package io.leat.executor.window;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.LongColumn;
import io.leat.core.plan.Lateness;
import io.leat.core.plan.Session;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes one row with a weight of rows of a chunk that are equal, where that is seen at once: if rows are nothing but their
 * key and their times, and follow each other among the rows of their key. Busy keys have many such rows.
 */
final class SessionDuplicates {
    private final boolean isPossible;
    private final int timeColumn;
    private final int arrivalColumn;

    // Of use within one call only.
    /** Where the last row of each key stands among those that are kept, plus 1; 0 for none. */
    private int[] places = new int[0];

    private int[] kept = new int[0];
    private long[] weights;
    private int count;

    SessionDuplicates(Session plan) {
        timeColumn = plan.timeColumn();
        arrivalColumn = plan.lateness().map(Lateness::arrivalColumn).orElse(timeColumn);
        Set<Integer> known = new HashSet<>(plan.keys());
        known.add(timeColumn);
        known.add(arrivalColumn);
        isPossible = known.size() == plan.input().schema().size();
    }

    /** The distinct rows; the numbers of keys, which are below a limit, move with them. No weight may be below 0. */
    Chunk merge(Chunk chunk, int[] keyNumbers, int keyLimit) {
        if (!isPossible) {
            return chunk;
        }
        makeRoom(chunk.size(), keyLimit);
        mark(chunk, keyNumbers);
        for (int i = 0; i < chunk.size(); i++) {
            places[keyNumbers[i]] = 0;
        }
        if (count == chunk.size()) {
            return chunk;
        }
        for (int i = 0; i < count; i++) {
            keyNumbers[i] = keyNumbers[kept[i]];
        }
        return new Chunk(count, chunk.gather(kept, count).columns(), weights);
    }

    private void mark(Chunk chunk, int[] keyNumbers) {
        long[] times = ((LongColumn) chunk.column(timeColumn)).values();
        long[] arrivals = ((LongColumn) chunk.column(arrivalColumn)).values();
        for (int i = 0; i < chunk.size(); i++) {
            int place = places[keyNumbers[i]] - 1;
            if (place >= 0 && times[kept[place]] == times[i] && arrivals[kept[place]] == arrivals[i]) {
                weights[place] += chunk.weight(i);
            } else {
                kept[count] = i;
                weights[count++] = chunk.weight(i);
                places[keyNumbers[i]] = count;
            }
        }
    }

    private void makeRoom(int rows, int keyLimit) {
        if (kept.length < rows) {
            kept = new int[rows];
        }
        if (places.length < keyLimit || places.length > 4 * keyLimit + 64) {
            places = new int[keyLimit * 2];
        }
        weights = new long[rows];
        count = 0;
    }
}
