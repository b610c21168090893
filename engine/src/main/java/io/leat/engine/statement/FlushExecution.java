package io.leat.engine.statement;

/** FLUSH: returns when everything that the sources held at the call is in the views. */
final class FlushExecution {

    private FlushExecution() {}

    static Outcome run(Execution execution) {
        Freshness freshness =
                Freshness.of(execution.database(), execution.catalog().relationNames());
        new Waiting(execution).until(freshness::isReached);
        return Outcome.done("flushed", execution.nanos());
    }
}
