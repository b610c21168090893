package io.leat.connector.file;

import io.leat.core.connector.RowCollector;
import java.io.IOException;

/** The content of a file being read. */
interface OpenContent extends AutoCloseable {

    /** Says which columns are read from now on. */
    void project(StoredLayout layout);

    /** The name of the content in positions. */
    String partition();

    /** Where the next record begins. */
    long offset();

    /**
     * Delivers records as long as the budget lasts.
     *
     * @param last whether the file ends for good where it ends now
     * @return whether its end has been reached
     */
    boolean read(RowCollector rows, ReadBudget budget, boolean last) throws IOException;

    @Override
    void close() throws IOException;
}
