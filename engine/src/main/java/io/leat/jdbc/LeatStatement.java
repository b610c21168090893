package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import io.leat.engine.Result;
import io.leat.engine.ScriptStatement;
import io.leat.engine.Session;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs SQL. A text of several statements is run whole, in order, before {@code execute} returns; {@link #getMoreResults()}
 * goes from one result to the next. At the first error the statements before it stay done, and their results are closed.
 *
 * <p>One thread uses a statement; {@link #cancel()} and {@link #close()} may come from any other. Statements of one
 * connection run side by side. The query timeout bounds each finite statement, and each {@code next()} of a
 * subscription; the fetch size bounds how many changes wait for the reader of one.
 */
class LeatStatement extends AbstractStatement {
    private final LeatConnection connection;
    private final Session session;
    private final List<String> batch = new ArrayList<>();
    private volatile StatementResults results = new StatementResults(this);

    LeatStatement(LeatConnection connection) {
        this.connection = connection;
        this.session = connection.session().branch();
    }

    @Override
    List<Object> wrapped() {
        return connection.wrapped();
    }

    /** What it runs in: canceled apart from the other statements of the connection. */
    Session session() {
        return session;
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        requireText(sql);
        begin();
        List<ScriptStatement> script = SqlErrors.call(() -> ScriptStatement.split(sql));
        if (script.isEmpty()) {
            throw SqlErrors.of(ErrorCode.SYNTAX, "there is no statement in the text", "");
        }
        return finish(() -> script.forEach(statement -> results.add(session.execute(statement))));
    }

    private static void requireText(String sql) throws SQLException {
        if (sql == null) {
            throw SqlErrors.of(ErrorCode.SYNTAX, "no text was given", "");
        }
    }

    /** Closes what the last execution gave and makes the session ready for the next. */
    void begin() throws SQLException {
        requireOpen();
        results.close();
        results = new StatementResults(this);
        session.setTimeLimit(timeLimit());
        session.setSubscriptionRows(getFetchSize());
    }

    /** Runs statements that add to the results, and goes to the first; answers whether it has rows. */
    private boolean finish(Runnable work) throws SQLException {
        try {
            SqlErrors.run(work);
            requireOpen();
        } catch (SQLException e) {
            results.close();
            throw e;
        }
        return results.advance(bounds());
    }

    /** Runs one statement whose result is the only one; answers whether it has rows. */
    boolean runOne(Supplier<Result> work) throws SQLException {
        return finish(() -> results.add(work.get()));
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        return query(execute(sql));
    }

    /** The result set, if there is one. */
    ResultSet query(boolean hasRows) throws SQLException {
        if (!hasRows) {
            throw SqlErrors.of(
                    SqlErrors.NOT_A_QUERY,
                    ErrorCode.WRONG_OBJECT_KIND,
                    "the statement was run and gives no rows",
                    "Use execute or executeUpdate for it.");
        }
        return results.current();
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        return toInt(executeLargeUpdate(sql));
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        return update(execute(sql));
    }

    /** The count, if there are no rows. */
    long update(boolean hasRows) throws SQLException {
        if (hasRows) {
            results.close();
            throw SqlErrors.of(
                    SqlErrors.NOT_A_QUERY,
                    ErrorCode.WRONG_OBJECT_KIND,
                    "the statement gives rows",
                    "Use execute or executeQuery for it.");
        }
        return results.updateCount();
    }

    static int toInt(long count) throws SQLException {
        if (count > Integer.MAX_VALUE) {
            throw SqlErrors.of(
                    ErrorCode.NUMERIC_OUT_OF_RANGE,
                    "the count " + count + " does not fit an int",
                    "Use the large methods.");
        }
        return (int) count;
    }

    @Override
    public ResultSet getResultSet() throws SQLException {
        requireOpen();
        return results.current();
    }

    @Override
    public int getUpdateCount() throws SQLException {
        return toInt(getLargeUpdateCount());
    }

    @Override
    public long getLargeUpdateCount() throws SQLException {
        requireOpen();
        return results.updateCount();
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        return getMoreResults(CLOSE_CURRENT_RESULT);
    }

    @Override
    public boolean getMoreResults(int current) throws SQLException {
        requireOpen();
        for (LeatResultSet resultSet : results.open()) {
            boolean closes =
                    current == CLOSE_ALL_RESULTS || current == CLOSE_CURRENT_RESULT && resultSet == results.current();
            if (closes) {
                resultSet.close();
            }
        }
        return !isClosed() && results.advance(bounds());
    }

    /** A result set of this statement was closed. */
    void closed(LeatResultSet resultSet) throws SQLException {
        results.closed(resultSet);
        if (!isClosed() && isCloseOnCompletion() && results.areAllClosed()) {
            close();
        }
    }

    @Override
    public void cancel() throws SQLException {
        requireOpen();
        session.cancel();
        results.open().forEach(LeatResultSet::cancel);
    }

    @Override
    public void close() throws SQLException {
        if (markClosed()) {
            session.cancel();
            connection.closed(this);
            results.close();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        requireOpen();
        return connection;
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        requireOpen();
        requireText(sql);
        batch.add(sql);
    }

    @Override
    public void clearBatch() throws SQLException {
        requireOpen();
        batch.clear();
    }

    @Override
    public int[] executeBatch() throws SQLException {
        long[] counts = executeLargeBatch();
        return Arrays.stream(counts)
                .mapToInt(count -> (int) Math.min(Integer.MAX_VALUE, count))
                .toArray();
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        requireOpen();
        List<BatchStep> steps = new ArrayList<>();
        batch.forEach(sql -> steps.add(() -> executeLargeUpdate(sql)));
        batch.clear();
        return runBatch(steps);
    }

    /** One statement of a batch. */
    interface BatchStep {
        long run() throws SQLException;
    }

    /** Runs a batch up to its first error, whose counts are those of the statements before it. */
    static long[] runBatch(List<BatchStep> steps) throws SQLException {
        long[] counts = new long[steps.size()];
        for (int i = 0; i < counts.length; i++) {
            try {
                counts[i] = steps.get(i).run();
            } catch (SQLException e) {
                BatchUpdateException failure = new BatchUpdateException(
                        e.getMessage(), e.getSQLState(), e.getErrorCode(), Arrays.copyOf(counts, i), e);
                failure.setNextException(e);
                throw failure;
            }
        }
        return counts;
    }
}
