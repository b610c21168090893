package io.leat.core.connector;

import java.util.List;

/** A source that hands everything on to another one; whoever watches or slows one down overrides what it needs. */
public abstract class ForwardingSource implements Source {
    private final Source source;

    /** In front of another source, which it closes. */
    protected ForwardingSource(Source source) {
        this.source = source;
    }

    @Override
    public void project(List<Integer> storedColumns) {
        source.project(storedColumns);
    }

    @Override
    public PollStatus poll(RowCollector rows, int maxRows) {
        return source.poll(rows, maxRows);
    }

    @Override
    public Position position() {
        return source.position();
    }

    @Override
    public Position end() {
        return source.end();
    }

    @Override
    public void computed(Position computed) {
        source.computed(computed);
    }

    @Override
    public List<String> partitions() {
        return source.partitions();
    }

    @Override
    public void close() {
        source.close();
    }
}
