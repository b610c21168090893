package io.leat.planner.function;

/**
 * What SHOW FUNCTIONS says about a function.
 *
 * @param name its name, in capitals
 * @param signature how it is written
 * @param description what it gives, in one line
 */
public record FunctionInfo(String name, String signature, String description) {}
