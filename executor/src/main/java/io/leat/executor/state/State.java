package io.leat.executor.state;

/** A structure that operators remember things in. */
public interface State extends Archivable {

    /** How many rows, keys or values it holds. */
    long rows();

    /** How much memory it takes, in bytes, about. */
    long bytes();
}
