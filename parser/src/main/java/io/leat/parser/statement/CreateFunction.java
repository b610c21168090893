package io.leat.parser.statement;

/**
 * {@code CREATE [OR REPLACE] [TEMPORARY] FUNCTION [IF NOT EXISTS] name AS 'class'}.
 *
 * @param className a Java class; only the engine's allowlist decides whether it may be used
 */
public record CreateFunction(
        ObjectName name,
        boolean ifNotExists,
        boolean orReplace,
        boolean temporary,
        SourceText classSource,
        String className)
        implements Statement {}
