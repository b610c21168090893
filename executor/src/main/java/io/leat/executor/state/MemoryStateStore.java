package io.leat.executor.state;

import io.leat.executor.storage.Corruption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps all state on the heap. */
public final class MemoryStateStore implements StateStore {
    private final Map<StateId, Opened> states =
            new TreeMap<>(Comparator.comparing(StateId::operator).thenComparing(StateId::name));

    /** A state and the name of its kind. */
    private record Opened(String kind, State state) {}

    @Override
    @SuppressWarnings("unchecked") // an identity is always opened with the same kind
    public <S extends State> S open(StateId id, StateKind<S> kind) {
        return (S) states.computeIfAbsent(
                        id, absent -> new Opened(kind.name(), kind.create().get()))
                .state();
    }

    /**
     * All states that are open, in the order of their names, each after its name and kind.
     *
     * @throws io.leat.core.error.LeatException if others were written than are open
     */
    @Override
    public void archive(StateArchive archive) {
        check(archive, "states", String.valueOf(states.size()));
        states.forEach((id, opened) -> {
            check(archive, "state", id.operator() + " " + id.name());
            check(archive, "kind of state " + id.name(), opened.kind());
            opened.state().archive(archive);
        });
    }

    private static void check(StateArchive archive, String what, String open) {
        String written = archive.text(open);
        if (!written.equals(open)) {
            throw Corruption.of(
                    "a checkpoint does not fit its query: " + what + " " + open + " expected, " + written + " found");
        }
    }

    @Override
    public boolean isEmpty() {
        return states.isEmpty();
    }

    @Override
    public long rows() {
        return all().stream().mapToLong(State::rows).sum();
    }

    @Override
    public long bytes() {
        return all().stream().mapToLong(State::bytes).sum();
    }

    private List<State> all() {
        return states.values().stream().map(Opened::state).toList();
    }

    @Override
    public void close() {
        states.clear();
    }
}
