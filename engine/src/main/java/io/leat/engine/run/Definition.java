package io.leat.engine.run;

import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.Plan;
import io.leat.executor.circuit.Node;
import java.util.function.Function;

/**
 * A view or job that is to run.
 *
 * @param name its name
 * @param plan how it is computed
 * @param errors what becomes of the rows that it cannot compute
 * @param make makes it, empty, on the node where the plan's changes come out
 */
record Definition(String name, Plan plan, ErrorHandling errors, Function<Node, LivePipeline> make) {

    /** The identity of what it computes. */
    String fingerprint() {
        return Fingerprint.of(plan).hex();
    }

    /** The name of what it remembers itself, in a checkpoint. */
    String part() {
        return LivePipeline.part(name, fingerprint());
    }
}
