package io.leat.executor.source;

import io.leat.core.connector.Source;
import io.leat.core.connector.SourceRange;
import java.util.List;
import java.util.Optional;

/** The source of a table, opened when it is first asked for, and again when it is to stand elsewhere. */
final class OpenedSource implements AutoCloseable {
    private final SourceFactory factory;
    private SourceRange range;
    private Optional<List<Integer>> projection = Optional.empty();
    private Source source;

    OpenedSource(SourceFactory factory, SourceRange range) {
        this.factory = factory;
        this.range = range;
    }

    /** The source, standing where reading is to go on. */
    Source get() {
        if (source == null) {
            source = factory.open(range);
            projection.ifPresent(source::project);
        }
        return source;
    }

    /** Whether it has been opened. */
    boolean isOpen() {
        return source != null;
    }

    /** Says which stored columns are read from now on. */
    void project(List<Integer> storedColumns) {
        projection = Optional.of(storedColumns);
        if (source != null) {
            source.project(storedColumns);
        }
    }

    /** Says what is read from the next time on, wherever it stands now. */
    void moveTo(SourceRange other) {
        close();
        range = other;
    }

    @Override
    public void close() {
        if (source != null) {
            source.close();
            source = null;
        }
    }
}
