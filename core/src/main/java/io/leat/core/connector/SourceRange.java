package io.leat.core.connector;

import java.util.Optional;

/**
 * Which part of a table's history a source reads.
 *
 * @param from where to begin; {@link Optional#empty} for where the table's own options say (such as
 *     {@code scan.startup.mode})
 * @param until where to end: the source is FINISHED when it has reached it in every partition named there, and it reads
 *     no other partition; empty for as far as the table goes
 */
public record SourceRange(Optional<Position> from, Optional<Position> until) {

    /** The table's whole history, and whatever comes after. */
    public static final SourceRange ALL = new SourceRange(Optional.empty(), Optional.empty());
}
