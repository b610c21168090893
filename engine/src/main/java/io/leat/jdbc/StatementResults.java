package io.leat.jdbc;

import io.leat.engine.Result;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The results of one execution, of which one is current. Result sets may be closed from any thread. */
final class StatementResults {
    private static final long NONE = -1;

    private final LeatStatement statement;
    private final Deque<Result> waiting = new ArrayDeque<>();
    private final Set<LeatResultSet> open = new HashSet<>();
    private LeatResultSet current;
    private long updateCount = NONE;

    StatementResults(LeatStatement statement) {
        this.statement = statement;
    }

    synchronized void add(Result result) {
        waiting.add(result);
    }

    /** Goes to the next result; answers whether it has rows. */
    synchronized boolean advance(ResultSetBounds bounds) {
        Result next = waiting.poll();
        current = null;
        updateCount = NONE;
        if (next == null) {
            return false;
        }
        switch (next.kind()) {
            case ROWS, CHANGES -> {
                current = new LeatResultSet(statement, next.cursor(), bounds);
                open.add(current);
            }
            case COUNT -> updateCount = next.count();
            case DONE -> updateCount = 0;
        }
        return current != null;
    }

    /** The current result set, or null. */
    synchronized LeatResultSet current() {
        return current;
    }

    /** The current count, or -1. */
    synchronized long updateCount() {
        return updateCount;
    }

    synchronized void closed(LeatResultSet resultSet) {
        open.remove(resultSet);
    }

    /** Whether nothing is left to read. */
    synchronized boolean areAllClosed() {
        return open.isEmpty() && waiting.isEmpty();
    }

    synchronized Set<LeatResultSet> open() {
        return new HashSet<>(open);
    }

    /** Closes everything, those not reached included. */
    void close() throws SQLException {
        for (LeatResultSet resultSet : open()) {
            resultSet.close();
        }
        for (Result result : takeWaiting()) {
            SqlErrors.run(result::close);
        }
    }

    private synchronized Deque<Result> takeWaiting() {
        Deque<Result> taken = new ArrayDeque<>(waiting);
        waiting.clear();
        current = null;
        updateCount = NONE;
        return taken;
    }
}
