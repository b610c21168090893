package io.leat.planner;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Runs the planning of one statement on a thread with room for deep recursion, and stops waiting at the limit. */
final class PlanningThread {
    private static final long STACK_BYTES = 16L << 20;
    private static final String SIMPLER = "Split the statement, for example into views.";

    private PlanningThread() {}

    /** The result of the work, which gets the flag that tells it to stop. */
    static <T> T run(Limits limits, Function<AtomicBoolean, T> work) {
        AtomicBoolean cancelled = new AtomicBoolean();
        FutureTask<T> task = new FutureTask<>(() -> work.apply(cancelled));
        Thread thread = new Thread(null, task, "leat-planner", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limits.planningTime().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            cancelled.set(true);
            throw LeatException.of(
                            ErrorCode.TIMEOUT,
                            "planning took longer than " + limits.planningTime().toMillis() + " ms",
                            e)
                    .hint(SIMPLER);
        } catch (InterruptedException e) {
            cancelled.set(true);
            Thread.currentThread().interrupt();
            throw LeatException.of(ErrorCode.CANCELED, "planning was canceled", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static LeatException failure(Throwable cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof LeatException known) {
                return known;
            }
            if (e instanceof StackOverflowError) {
                return LeatException.of(ErrorCode.TOO_COMPLEX, "the statement nests too deep", cause)
                        .hint(SIMPLER);
            }
        }
        return LeatException.internal("this statement cannot be planned", cause);
    }
}
