package io.leat.parser.statement;

/** {@code STOP JOB [IF EXISTS] name}: ends a continuous pipeline. */
public record StopJob(ObjectName name, boolean ifExists) implements Statement {}
