package io.leat.planner;

import io.leat.core.limit.Limits;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What planning one statement depends on beside the catalog.
 *
 * @param limits bounds of the engine; planning stops at {@link Limits#planningTime()}
 * @param nowMillis what NOW() and its kin are in a finite query, in milliseconds since 1970 (UTC)
 * @param zone the time zone of the session, between TIMESTAMP and TIMESTAMP_LTZ
 * @param parameters the values of {@code ?} from left to right (see {@link io.leat.core.batch.JavaValues}; null is
 *     NULL); empty if they are not known yet, which is enough to learn their types
 */
public record PlanningContext(Limits limits, long nowMillis, ZoneId zone, Optional<List<Object>> parameters) {
    public PlanningContext {
        parameters = parameters.map(values -> Collections.unmodifiableList(new ArrayList<>(values)));
    }

    /** The context of a statement without parameters, in UTC. */
    public static PlanningContext of(Limits limits, long nowMillis) {
        return new PlanningContext(limits, nowMillis, ZoneOffset.UTC, Optional.empty());
    }
}
