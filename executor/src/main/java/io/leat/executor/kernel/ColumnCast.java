package io.leat.executor.kernel;

import io.leat.core.batch.Column;

/** A conversion of values from one type to another. */
@FunctionalInterface
interface ColumnCast {

    /** The selected rows converted; the column has as many positions as the source. */
    Column cast(Column source, Selection selection);
}
