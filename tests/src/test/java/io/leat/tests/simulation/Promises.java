package io.leat.tests.simulation;

/** What the engine promises at present; the one place that says how strict the simulation is. */
final class Promises {
    /** Whether views go on after a restart where they were, instead of being computed again from their sources. */
    static final boolean STATE_SURVIVES = false;

    /** Whether a sink that knows its last tick gets every change once, whatever happened to the process. */
    static final boolean SINKS_EXACTLY_ONCE = false;

    private Promises() {}
}
