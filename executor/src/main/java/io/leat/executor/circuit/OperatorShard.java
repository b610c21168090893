package io.leat.executor.circuit;

import io.leat.executor.operator.Operator;
import io.leat.executor.state.StateStore;

/** An operator on one shard: what it remembers, the rows that it could not compute, and those that came too late for it. */
record OperatorShard(Operator operator, StateStore store, NodeErrors errors, NodeLate late) {}
