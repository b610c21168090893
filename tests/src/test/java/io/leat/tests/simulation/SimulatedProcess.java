package io.leat.tests.simulation;

import java.util.function.DoubleConsumer;

/** A process: it does one thing after another to the world, until it ends, perhaps in the middle. */
final class SimulatedProcess {
    private final Trace trace;
    private int stepsLeft = Integer.MAX_VALUE;
    private double partDone;
    private Runnable atEnd = () -> {};
    private boolean dead;

    SimulatedProcess(Trace trace) {
        this.trace = trace;
    }

    /**
     * Lets it end after so many steps more.
     *
     * @param part how much of what it is doing then is done all the same, from 0 to 1
     */
    void endAfter(int steps, double part) {
        stepsLeft = steps;
        partDone = part;
    }

    /** What is to be done when it ends, while the world is still as it left it. */
    void whenItEnds(Runnable action) {
        atEnd = action;
    }

    /** Lets it live for good. */
    void endNever() {
        stepsLeft = Integer.MAX_VALUE;
    }

    boolean isDead() {
        return dead;
    }

    /** Checks that it still lives. */
    void alive() {
        if (dead) {
            throw new ProcessEnded();
        }
    }

    /** One thing more is about to be done, unless the process ends before. */
    void step(String what) {
        step(what, part -> {});
    }

    /** The same for what can be done in part. */
    void step(String what, DoubleConsumer inPart) {
        alive();
        if (stepsLeft-- <= 0) {
            trace.add("crash at " + what);
            inPart.accept(partDone);
            end();
            throw new ProcessEnded();
        }
        trace.add(what);
    }

    /** Ends it now. */
    void end() {
        dead = true;
        atEnd.run();
    }
}
