package io.leat.executor.operator;

import io.leat.core.batch.ZSet;
import java.util.List;

/** One step of a query. Everything remembered lives in the state that the operator was opened with. */
@FunctionalInterface
public interface Operator {

    /**
     * Takes what the inputs change in this tick and gives what the output changes.
     *
     * @param inputs one Z-set an input of the plan, in its order; empty ones for inputs without a change
     * @throws io.leat.core.error.LeatException if a row cannot be computed and the view's policy is to fail
     */
    ZSet step(Tick tick, List<ZSet> inputs);
}
