package io.leat.executor.window;

import io.leat.core.plan.Lateness;
import io.leat.core.plan.OnTime;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Session;
import io.leat.core.plan.Window;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * When the first of the windows of a time closes: a row of that time is late if its arrival watermark is not before that.
 *
 * @param lateness how the plan knows that a row is late
 * @param moment the first watermark, by time, for which a row is late; {@code Long.MAX_VALUE} for never
 */
public record FirstClosing(Lateness lateness, LongUnaryOperator moment) {

    /** What a plan does with late rows; empty if it knows of none. */
    public static Optional<FirstClosing> of(Plan plan) {
        if (plan instanceof Window window) {
            return window.lateness().map(lateness -> new FirstClosing(lateness, time -> firstEnd(window, time) - 1));
        }
        if (plan instanceof Session session) {
            return session.lateness()
                    .map(lateness -> new FirstClosing(lateness, time -> time + session.gapMillis() - 1));
        }
        return plan instanceof OnTime onTime
                ? Optional.of(new FirstClosing(onTime.lateness(), time -> time + onTime.allowanceMillis() + 1))
                : Optional.empty();
    }

    private static long firstEnd(Window window, long time) {
        return switch (window.kind()) {
            case TUMBLE -> floor(window, time, window.sizeMillis()) + window.sizeMillis();
            case HOP -> {
                long first = floor(window, time - window.sizeMillis(), window.stepMillis()) + window.stepMillis();
                yield first > time ? Long.MAX_VALUE : first + window.sizeMillis();
            }
            case CUMULATE -> {
                long start = floor(window, time, window.sizeMillis());
                yield start + ((time - start) / window.stepMillis() + 1) * window.stepMillis();
            }
        };
    }

    private static long floor(Window window, long time, long step) {
        return time - Math.floorMod(time - window.offsetMillis(), step);
    }
}
