package io.leat.parser.statement;

/** {@code FLUSH}: returns when everything the sources held at the call is in the views. */
public record Flush() implements Statement {}
