package io.leat.engine.statement;

/** FLUSH: returns when everything that the sources held at the call is in the views. */
final class FlushExecution {

    private FlushExecution() {}

    static Outcome run(Execution execution) {
        Freshness.await(execution, new Waiting(execution), execution.catalog().relationNames());
        return Outcome.done("flushed", execution.nanos());
    }
}
