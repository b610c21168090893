package io.leat.parser.statement;

/** {@code CREATE JOB [IF NOT EXISTS] name AS INSERT INTO ...}: a continuous pipeline with a name. */
public record CreateJob(ObjectName name, boolean ifNotExists, Options options, Insert insert) implements Statement {}
