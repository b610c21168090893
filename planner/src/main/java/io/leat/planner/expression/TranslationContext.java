package io.leat.planner.expression;

import io.leat.core.limit.Limits;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an expression's value depends on besides the row.
 *
 * @param parameters the values of {@code ?}, as {@link io.leat.core.batch.JavaValues} describes them; elements may be
 *     null
 * @param now the time that the statement takes for the present: CURRENT_TIMESTAMP and its relatives
 * @param zone the session's time zone, between TIMESTAMP and TIMESTAMP_LTZ
 * @param limits how deep an expression may nest
 */
public record TranslationContext(List<Object> parameters, Instant now, ZoneId zone, Limits limits) {
    public TranslationContext {
        parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
    }

    /** No parameters, UTC, and default limits. */
    public static TranslationContext at(Instant now) {
        return new TranslationContext(List.of(), now, ZoneOffset.UTC, Limits.DEFAULT);
    }
}
