package io.leat.executor.circuit;

import io.leat.core.limit.Limits;
import io.leat.core.time.Clock;

/**
 * What the operators of a circuit use.
 *
 * @param failing whether a row that an expression cannot compute ends the tick with its error; otherwise it is left out
 *     and counted at its node
 */
public record CircuitContext(Clock clock, Limits limits, boolean failing) {}
