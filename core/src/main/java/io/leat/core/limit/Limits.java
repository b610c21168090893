package io.leat.core.limit;

import java.time.Duration;

/**
 * The bounds of one engine. Exceeding one is an error that names it, never a crash.
 *
 * @param statementCharacters length of one statement's text
 * @param nestingDepth depth of parentheses and of expression trees, left-deep chains counted too
 * @param planningTime how long one statement may take to plan
 * @param recordBytes size of one input record
 * @param jsonDepth nesting of one JSON record
 * @param csvColumns fields of one CSV record
 * @param chunkRows rows in one chunk of columns
 * @param tickRows rows that one source may bring into one tick
 * @param tickRowsMost rows to which that grows while more is waiting, ticks are short and their columns small; it grows only
 *     if it is more
 * @param subscriptionRows changes buffered for one subscription before the engine waits for its reader
 * @param appenderRows rows buffered by one appender before it flushes
 * @param shardRows rows of a tick from which on they are shared by the threads of all shards
 */
public record Limits(
        int statementCharacters,
        int nestingDepth,
        Duration planningTime,
        int recordBytes,
        int jsonDepth,
        int csvColumns,
        int chunkRows,
        int tickRows,
        int tickRowsMost,
        int subscriptionRows,
        int appenderRows,
        int shardRows) {

    /** How long a statement at least may take to plan that was planned before, when a database is opened. */
    public static final Duration PLANNING_AGAIN = Duration.ofHours(1);

    /** What an engine has when nothing else is asked for. */
    public static final Limits DEFAULT = new Limits(
            1 << 20, 200, Duration.ofSeconds(30), 16 << 20, 64, 2_000, 4_096, 32_768, 131_072, 65_536, 4_096, 1_024);

    /**
     * The same bounds for statements that were planned before: however busy a machine is, what a database directory defines
     * can be made again.
     */
    public Limits forKnownStatements() {
        return planningTime.compareTo(PLANNING_AGAIN) < 0 ? withPlanningTime(PLANNING_AGAIN) : this;
    }

    /** The same bounds but for how long a statement may take to plan. */
    public Limits withPlanningTime(Duration time) {
        return new Limits(
                statementCharacters,
                nestingDepth,
                time,
                recordBytes,
                jsonDepth,
                csvColumns,
                chunkRows,
                tickRows,
                tickRowsMost,
                subscriptionRows,
                appenderRows,
                shardRows);
    }

    /**
     * The same bounds but for how large ticks are.
     *
     * @param rows rows that one source may bring into a tick, which do not grow
     * @param shared rows of a tick from which on they are shared by the threads of all shards
     */
    public Limits withTicksOf(int rows, int shared) {
        return new Limits(
                statementCharacters,
                nestingDepth,
                planningTime,
                recordBytes,
                jsonDepth,
                csvColumns,
                chunkRows,
                rows,
                rows,
                subscriptionRows,
                appenderRows,
                shared);
    }
}
