package io.leat.planner;

/**
 * Something that a plan does which its author may not expect.
 *
 * @param message one factual line
 * @param hint a sentence on what to do about it; may be empty
 */
public record Warning(String message, String hint) {}
