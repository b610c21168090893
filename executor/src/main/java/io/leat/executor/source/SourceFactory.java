package io.leat.executor.source;

import io.leat.core.connector.Source;
import io.leat.core.connector.SourceRange;

/** Opens the source of a table: at first, and again where a replay has read it too far. */
@FunctionalInterface
public interface SourceFactory {

    /**
     * A source of a part of the table's history.
     *
     * @throws io.leat.core.error.LeatException if it cannot be opened
     */
    Source open(SourceRange range);
}
