package io.leat.engine.statement;

/** FLUSH: returns when everything that the sources held at the call is in the views, and what jobs made of it is outside. */
final class FlushExecution {

    private FlushExecution() {}

    static Outcome run(Execution execution) {
        Freshness.await(execution, new Waiting(execution), execution.catalog().relationNames());
        execution.database().loop().run(execution.database().graph()::flushJobs);
        return Outcome.done("flushed", execution.nanos());
    }
}
