package io.leat.parser.statement;

import java.util.Optional;

/**
 * {@code EXPLAIN [ANALYZE | VIEW] [(FORMAT TEXT | DOT | JSON)] what}.
 *
 * @param statement the statement to explain, or
 * @param name the running view or job to look into; exactly one of them is present
 */
public record Explain(Mode mode, Format format, Optional<Statement> statement, Optional<ObjectName> name)
        implements Statement {

    /** What to tell. */
    public enum Mode {
        /** The plan. */
        PLAN,
        /** The plan with the counters of the running pipeline. */
        ANALYZE,
        /** Why a view is empty or quiet. */
        VIEW
    }

    /** How to write it. */
    public enum Format {
        TEXT,
        DOT,
        JSON
    }
}
