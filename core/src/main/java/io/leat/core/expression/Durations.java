package io.leat.core.expression;

import java.util.List;

/** Lengths of time in the largest unit that divides them. */
public final class Durations {

    private record Unit(String name, long millis) {}

    private static final List<Unit> UNITS =
            List.of(new Unit("d", 86_400_000), new Unit("h", 3_600_000), new Unit("min", 60_000), new Unit("s", 1_000));

    private Durations() {}

    /** The text of so many milliseconds: {@code 5 s}. */
    public static String of(long millis) {
        for (Unit unit : UNITS) {
            if (millis != 0 && millis % unit.millis() == 0) {
                return millis / unit.millis() + " " + unit.name();
            }
        }
        return millis + " ms";
    }
}
