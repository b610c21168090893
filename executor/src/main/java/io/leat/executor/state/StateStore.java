package io.leat.executor.state;

/** Owns all state of a circuit. */
public interface StateStore extends Archivable, AutoCloseable {

    /** The state of that identity: the one that there is, else a new and empty one. */
    <S extends State> S open(StateId id, StateKind<S> kind);

    /** Whether no state was opened. */
    boolean isEmpty();

    /** Rows, keys and values in all states together. */
    long rows();

    /** Memory of all states together, in bytes, about. */
    long bytes();

    @Override
    void close();
}
