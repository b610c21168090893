package io.leat.planner.function;

/**
 * The Java method that computes a function. Overloads are told apart by the types of the operands.
 *
 * @param owner the class that has the method
 * @param method its name, public and static
 * @param strict whether the result is NULL without a call when an argument is NULL
 * @param zoned whether the session's time zone comes as one more argument, the last, as text
 */
public record MethodBinding(Class<?> owner, String method, boolean strict, boolean zoned) {}
