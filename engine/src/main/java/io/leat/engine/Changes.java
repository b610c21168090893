package io.leat.engine;

import java.util.List;

/**
 * Everything that one tick changed in a view. Applied in whole, the view is exact again; a view has no state in between.
 *
 * @param tick the number of the tick; the first that a subscription gets carries the view's content at that tick
 * @param changes each row once, retractions first; never empty
 */
public record Changes(long tick, List<Change> changes) {
    public Changes {
        changes = List.copyOf(changes);
    }
}
