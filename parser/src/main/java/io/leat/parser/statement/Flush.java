package io.leat.parser.statement;

/** {@code FLUSH}: returns when everything the sources held at the call is in the views, and outside what jobs made of it. */
public record Flush() implements Statement {}
