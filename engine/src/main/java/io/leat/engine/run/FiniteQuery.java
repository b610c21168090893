package io.leat.engine.run;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.limit.Limits;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Sort;
import io.leat.core.plan.Union;
import io.leat.engine.progress.Step;
import io.leat.engine.progress.Watch;
import io.leat.engine.view.Content;
import io.leat.engine.view.SortedRows;
import java.util.ArrayList;
import java.util.List;

/**
 * A SELECT over a consistent snapshot. What it reads was fixed when it was made; it runs on the thread of whoever asked.
 */
public final class FiniteQuery implements AutoCloseable {
    private final Replay replay;
    private final Plan plan;
    private final Limits limits;
    private final long enough;

    FiniteQuery(Replay replay, Plan plan, Limits limits) {
        this.replay = replay;
        this.plan = plan;
        this.limits = limits;
        this.enough = plan instanceof Sort sort ? enough(sort) : Long.MAX_VALUE;
    }

    /** After how many rows the rest need not be read: LIMIT without ORDER BY, when no row is ever taken back. */
    private static long enough(Sort sort) {
        boolean any = sort.keys().isEmpty() && sort.fetch() >= 0 && isAppendOnly(sort.input());
        return any && sort.offset() <= Long.MAX_VALUE - sort.fetch() ? sort.offset() + sort.fetch() : Long.MAX_VALUE;
    }

    private static boolean isAppendOnly(Plan plan) {
        boolean fits = plan instanceof Filter
                || plan instanceof Project
                || plan instanceof Union
                || plan instanceof Scan scan && scan.changes() == ChangeMode.APPEND_ONLY;
        return fits && plan.inputs().stream().allMatch(FiniteQuery::isAppendOnly);
    }

    /**
     * Computes the result: every row as often as it occurs, in order if the query asks for one.
     *
     * @param watch told between ticks how far reading has come; throws when the query must end
     */
    public List<Chunk> run(Watch watch) {
        List<Chunk> changes = new ArrayList<>();
        boolean updating = false;
        long rowsRead = 0;
        while (!replay.isDone() && rowsRead < enough) {
            watch.check();
            ZSet change = replay.turn();
            watch.reached(Step.COMPUTING, replay.progress());
            changes.addAll(change.chunks());
            rowsRead += change.rows();
            updating = updating || change.chunks().stream().anyMatch(chunk -> chunk.weights() != null);
        }
        List<Chunk> rows = updating ? sum(changes) : changes;
        return plan instanceof Sort sort ? SortedRows.sort(sort, rows, limits.chunkRows()) : rows;
    }

    private List<Chunk> sum(List<Chunk> changes) {
        Content content = new Content(replay.root().schema().types(), limits.chunkRows());
        content.apply(ZSet.of(changes));
        return content.snapshot().chunks().stream().map(FiniteQuery::repeated).toList();
    }

    /** Each row as often as its weight says. */
    private static Chunk repeated(Chunk chunk) {
        if (chunk.weights() == null) {
            return chunk;
        }
        int total = 0;
        for (int row = 0; row < chunk.size(); row++) {
            total += times(chunk, row);
        }
        int[] rows = new int[total];
        int next = 0;
        for (int row = 0; row < chunk.size(); row++) {
            for (int i = 0; i < times(chunk, row); i++) {
                rows[next++] = row;
            }
        }
        Chunk all = chunk.gather(rows, total);
        return new Chunk(total, all.columns(), null);
    }

    private static int times(Chunk chunk, int row) {
        return (int) Math.max(0, chunk.weight(row));
    }

    @Override
    public void close() {
        replay.close();
    }
}
