package io.leat.core.connector;

/** Whether a source ever ends. */
public enum Boundedness {
    BOUNDED,
    UNBOUNDED
}
