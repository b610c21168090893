package io.leat.executor.circuit;

import io.leat.executor.state.StateStore;

/** What a node remembers, the rows that it could not compute, and those that came too late for it. */
record NodeState(StateStore store, NodeErrors errors, NodeLate late) {}
