package io.leat.parser.statement;

/** {@code CREATE JOB [IF NOT EXISTS] name AS INSERT INTO ...}: a continuous pipeline with a name. */
public record CreateJob(ObjectName name, boolean ifNotExists, Insert insert) implements Statement {}
