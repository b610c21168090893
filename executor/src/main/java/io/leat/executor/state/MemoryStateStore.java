package io.leat.executor.state;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps all state on the heap. */
public final class MemoryStateStore implements StateStore {
    private final Map<StateId, State> states = new LinkedHashMap<>();

    @Override
    @SuppressWarnings("unchecked") // an identity is always opened with the same kind
    public <S extends State> S open(StateId id, StateKind<S> kind) {
        return (S) states.computeIfAbsent(id, absent -> kind.create().get());
    }

    @Override
    public long rows() {
        return states.values().stream().mapToLong(State::rows).sum();
    }

    @Override
    public long bytes() {
        return states.values().stream().mapToLong(State::bytes).sum();
    }

    @Override
    public void close() {
        states.clear();
    }
}
