package io.leat.engine.durable;

import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import java.util.List;

/** A table whose rows are kept, as a {@link RowStore} sees it. */
public interface StoredTable {

    /** Its name. */
    String name();

    /** The types of its rows' columns. */
    List<DataType> types();

    /** All its rows. */
    ZSet content();

    /** How far its event time has come. */
    long watermark();

    /** Takes in again what was kept of it: rows and changes in the order in which they came, and its event time after them. */
    void restore(ZSet rows, long watermark);
}
