package io.leat.engine.run;

import io.leat.core.error.LeatException;
import io.leat.core.plan.Plan;
import io.leat.engine.progress.ReadingProgress;
import io.leat.engine.progress.Step;
import io.leat.engine.progress.Watch;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Builds a plan on the thread of the statement that wants it, while ticks go on, and then adds it between two ticks. A loop
 * without a thread is turned meanwhile by whoever builds.
 */
public final class BackgroundBuild {
    /** After so many rounds the rest is done between two ticks, however much it is: more comes than can be read meanwhile. */
    private static final int ROUNDS_MAX = 16;

    private static final long PAUSE_NANOS = 1_000_000;
    private final RunLoop loop;
    private final Graph graph;
    private final Watch watch;
    private final Consumer<Runnable> aside;

    /**
     * A way to build plans.
     *
     * @param watch told every now and then how far building has come; throws when the statement must end
     * @param aside does what may take long, while other statements may look at the definitions
     */
    public BackgroundBuild(RunLoop loop, Graph graph, Watch watch, Consumer<Runnable> aside) {
        this.loop = loop;
        this.graph = graph;
        this.watch = watch;
        this.aside = aside;
    }

    /**
     * Builds a plan and does something between two ticks as soon as it is complete.
     *
     * @param errors what becomes of the rows that cannot be computed
     * @param complete finds the plan built when it adds it to the graph
     * @throws LeatException if it cannot be built, or what {@code complete} throws; the graph is as it was then
     */
    public void run(Plan plan, ErrorHandling errors, Runnable complete) {
        Building building = loop.call(() -> graph.life().prepare(plan, errors));
        try {
            aside.accept(() -> awaitLookedUp(building));
            for (int round = 1; !loop.call(isDone(building, round == ROUNDS_MAX, complete)::get); round++) {
                aside.accept(() -> building.catchUp(() -> {
                    watch.reached(Step.READING_HISTORY, building.progress());
                    between(building);
                }));
            }
        } finally {
            release(building);
        }
    }

    private void awaitLookedUp(Building building) {
        Optional<ReadingProgress> waiting = loop.call(() -> graph.life().waitingFor(building));
        while (waiting.isPresent()) {
            watch.reached(Step.WAITING, waiting.get());
            between(building);
            LockSupport.parkNanos(PAUSE_NANOS);
            waiting = loop.call(() -> graph.life().waitingFor(building));
        }
    }

    /** Begins a round, and does it if it is small or the last one. */
    private Supplier<Boolean> isDone(Building building, boolean last, Runnable complete) {
        return () -> {
            boolean small = building.grow();
            if (!small && !last) {
                return false;
            }
            building.catchUp(() -> {});
            complete.run();
            return true;
        };
    }

    private void between(Building building) {
        try {
            watch.check();
        } catch (LeatException e) {
            throw e.detail(building.progress().toString());
        }
        loop.requireOpen();
        loop.turnByHand();
    }

    private void release(Building building) {
        try {
            loop.run(() -> graph.life().release(building));
        } catch (LeatException e) {
            // The loop has ended, and nobody else uses what was being built.
            building.close();
        }
    }
}
