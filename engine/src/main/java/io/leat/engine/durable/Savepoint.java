package io.leat.engine.durable;

/**
 * A database as it was, under a name.
 *
 * @param tick the last tick that is in it
 * @param millis when it was made, in epoch milliseconds
 * @param bytes how much room it takes
 */
public record Savepoint(String name, long tick, long millis, long bytes) {}
