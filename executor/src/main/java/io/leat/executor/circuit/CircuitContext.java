package io.leat.executor.circuit;

import io.leat.core.limit.Limits;
import io.leat.core.time.Clock;
import io.leat.executor.operator.LateCounter;

/**
 * What the operators of a circuit use.
 *
 * @param failing whether a row that an expression cannot compute ends the tick with its error; otherwise it is left out
 *     and counted at its node
 * @param lateRows counts rows that came too late
 */
public record CircuitContext(Clock clock, Limits limits, boolean failing, LateCounter lateRows) {}
