package io.leat.executor.source;

import io.leat.core.batch.ZSet;
import io.leat.core.connector.PollStatus;
import java.util.List;

/**
 * What one poll brought.
 *
 * @param rows the rows with all columns of the table, and last {@link io.leat.core.plan.Scan#ARRIVAL} if the table has a
 *     watermark; the weight of a deletion from a keyed table is -1
 * @param refused the records that could not be decoded, and after them the rows that could not be computed, with their
 *     stored columns as text; of these the offset is not known
 * @param status whether there is more
 */
public record Intake(ZSet rows, List<RefusedRecord> refused, PollStatus status) {
    public Intake {
        refused = List.copyOf(refused);
    }
}
