package io.leat.planner.function.runtime;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Local times of zones. Times are milliseconds since 1970. */
public final class ZoneFunctions {
    private static final BoundedCache<ZoneId> ZONES = new BoundedCache<>(ZoneFunctions::find);

    private ZoneFunctions() {}

    /** What clocks of a zone show at an instant. */
    public static long toLocal(long instant, String zone) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(instant), zone(zone))
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }

    /** The instant at which clocks of a zone show a local time; of two, the earlier. */
    public static long toInstant(long local, String zone) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(local), ZoneOffset.UTC)
                .atZone(zone(zone))
                .toInstant()
                .toEpochMilli();
    }

    /** A local time of one zone in another, both as text; null if the text is no time. */
    public static String convert(String text, String from, String to) {
        Long local = TimeTextFunctions.toTimestamp(text);
        return local == null
                ? null
                : TimeTextFunctions.format(toLocal(toInstant(local, from), to), TimeTextFunctions.PATTERN);
    }

    private static ZoneId zone(String name) {
        return ZONES.get(name);
    }

    private static ZoneId find(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw LeatException.of(ErrorCode.INVALID_DATETIME, "there is no time zone '" + name + "'");
        }
    }
}
