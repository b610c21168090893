package io.leat.tests.sql;

import io.leat.core.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A way to run a script. None may change an answer. */
enum Regime {
    /** As it is written. */
    WRITTEN("as-written"),
    /** Every row in a tick of its own. */
    ROWS("row-by-row"),
    /** Rows in ticks of random size. */
    RANDOM("random-ticks"),
    /** All rows that follow each other in one tick. */
    ONE_TICK("one-tick"),
    /** Views are made only when somebody asks, after the rows have come. */
    LATE("late-views"),
    /** The database is closed and opened again between the definitions and the first row, and before queries after a change. */
    REOPENED("reopened"),
    /** Two shards, each with a thread, however few the rows are. */
    TWO_SHARDS("two-shards"),
    /** Four shards, in ticks of random size. */
    FOUR_SHARDS("four-shards");

    private static final int RANDOM_ROWS_MAX = 5;

    private final String title;

    Regime(String title) {
        this.title = title;
    }

    /** The name that scripts use. */
    String title() {
        return title;
    }

    private boolean isSharded() {
        return this == TWO_SHARDS || this == FOUR_SHARDS;
    }

    /** In how many shards views are computed. */
    int shards() {
        return switch (this) {
            case TWO_SHARDS -> 2;
            case FOUR_SHARDS -> 4;
            default -> 1;
        };
    }

    /** Whether this regime cuts input otherwise than the script does. */
    boolean cutsTicks() {
        return this == ROWS || this == RANDOM || this == ONE_TICK || this == FOUR_SHARDS;
    }

    /** The engine's limits, where sources get the size of their ticks. */
    Limits limits(Random random) {
        Limits usual = Limits.DEFAULT;
        int tickRows = switch (this) {
            case ROWS -> 1;
            case RANDOM, FOUR_SHARDS -> 1 + random.nextInt(RANDOM_ROWS_MAX);
            default -> usual.tickRows();
        };
        return usual.withTicksOf(tickRows, isSharded() ? 1 : usual.shardRows());
    }

    /** Cuts a list of rows into the portions of one tick each. */
    <T> List<List<T>> portions(List<T> rows, Random random) {
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < rows.size(); ) {
            int size = switch (this) {
                case ROWS -> 1;
                case RANDOM, FOUR_SHARDS -> 1 + random.nextInt(RANDOM_ROWS_MAX);
                default -> rows.size();
            };
            int to = Math.min(rows.size(), from + size);
            portions.add(rows.subList(from, to));
            from = to;
        }
        return portions;
    }
}
