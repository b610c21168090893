package io.leat.parser.statement;

import java.util.Optional;

/**
 * {@code SHOW TABLES} and its kin, {@code SHOW CREATE TABLE name}.
 *
 * @param name what {@code SHOW CREATE} is about; present only with {@link What#CREATE}
 * @param kind which kind {@code SHOW CREATE} names; present only with {@link What#CREATE}
 */
public record Show(What what, Optional<ObjectKind> kind, Optional<ObjectName> name) implements Statement {

    /** What to list. */
    public enum What {
        TABLES,
        VIEWS,
        MATERIALIZED_VIEWS,
        SOURCES,
        FUNCTIONS,
        JOBS,
        INDEXES,
        SETTINGS,
        CONNECTORS,
        SAVEPOINTS,
        /** The statement that made an object. */
        CREATE
    }
}
