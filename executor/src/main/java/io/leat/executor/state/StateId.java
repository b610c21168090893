package io.leat.executor.state;

/**
 * Which state this is.
 *
 * @param operator the identity of the operator that it belongs to, stable from one run to the next
 * @param name which one of that operator's
 */
public record StateId(String operator, String name) {}
