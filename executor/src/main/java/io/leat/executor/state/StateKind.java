package io.leat.executor.state;

import java.util.function.Supplier;

/**
 * A shape of state, complete with the types of its columns.
 *
 * @param name the shape's name, for error messages and accounting
 * @param create makes an empty one
 */
public record StateKind<S extends State>(String name, Supplier<S> create) {}
