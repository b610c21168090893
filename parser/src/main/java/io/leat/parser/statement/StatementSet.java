package io.leat.parser.statement;

import java.util.List;

/** {@code BEGIN STATEMENT SET; INSERT ...; INSERT ...; END}: pipelines that start together and share their sources. */
public record StatementSet(List<Insert> inserts) implements Statement {
    public StatementSet {
        inserts = List.copyOf(inserts);
    }
}
