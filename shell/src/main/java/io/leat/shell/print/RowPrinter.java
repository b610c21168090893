package io.leat.shell.print;

import io.leat.engine.Row;

/** Writes the rows of one result: {@link #row} for each, then {@link #end} once. Made for one result each. */
public interface RowPrinter {

    /** Takes a row; may keep it back until it knows how wide the columns are. */
    void row(Row row);

    /** Writes what was kept back without ending the result: more rows may follow, but not soon. */
    void flush();

    /** Writes what is left, and what stands below the rows. */
    void end();
}
