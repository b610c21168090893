package io.leat.engine.durable;

import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import io.leat.executor.state.Archivable;
import java.util.List;

/** An ordinary table whose rows are kept: what it contains can be written down whole, and its changes one by one. */
public interface StoredTable extends Archivable {

    /** Its name. */
    String name();

    /** The types of its rows' columns. */
    List<DataType> types();

    /** Makes again a change that was written down, as part of the next tick; its event time is as given after it. */
    void redo(ZSet rows, long watermark);
}
