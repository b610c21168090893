package io.leat.executor.circuit;

import io.leat.executor.state.StateStore;

/** What a node remembers, and the rows that it could not compute. */
record NodeState(StateStore store, NodeErrors errors) {}
