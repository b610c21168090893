package io.leat.engine;

import io.leat.core.type.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What a statement gives: rows, changes that may go on for ever, a count, or nothing but that it is done. Close it.
 *
 * @param kind which of them
 * @param cursor the rows; for COUNT and DONE there are none
 * @param count rows inserted, updated or deleted, for COUNT
 * @param message one line for people: {@code created view "hot"}
 * @param planning time spent on parsing and planning
 * @param execution time spent until the first row was there, or all was done
 */
public record Result(Kind kind, Cursor cursor, long count, String message, Duration planning, Duration execution)
        implements AutoCloseable, Iterable<Row> {

    /** What a result is. */
    public enum Kind {
        /** Finite rows. */
        ROWS,
        /** A snapshot and then changes; the first columns are {@code leat_tick} and {@code leat_weight}. */
        CHANGES,
        /** A number of rows changed. */
        COUNT,
        /** Done; nothing to read. */
        DONE
    }

    /** The columns of the rows; none for COUNT and DONE. */
    public Schema schema() {
        return cursor.schema();
    }

    /** The next row; waits for it. Empty at the end. */
    public Optional<Row> next() {
        return cursor.next();
    }

    /** All rows that are left. Never returns for changes that do not end. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        forEach(rows::add);
        return rows;
    }

    /** Reads the rows that are left; usable once. */
    @Override
    public Iterator<Row> iterator() {
        return new Iterator<>() {
            private Optional<Row> ahead = Optional.empty();
            private boolean ended;

            @Override
            public boolean hasNext() {
                if (ahead.isEmpty() && !ended) {
                    ahead = cursor.next();
                    ended = ahead.isEmpty();
                }
                return ahead.isPresent();
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Row row = ahead.get();
                ahead = Optional.empty();
                return row;
            }
        };
    }

    @Override
    public void close() {
        cursor.close();
    }
}
