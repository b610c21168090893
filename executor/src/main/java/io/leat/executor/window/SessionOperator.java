package io.leat.executor.window;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Session;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import java.util.List;

/**
 * Session windows: gives each row the session that it is in, and corrects rows whose session changes because another row
 * merged or extended it, or one was taken back. Rows without a time have no session; late rows are dropped and counted.
 */
public final class SessionOperator implements Operator {
    private final Session plan;
    private final OperatorContext context;
    private final SessionState state;
    private final Watermark closed;
    private final SessionDuplicates duplicates;
    private final SessionGrowth growth;
    private final SessionRevision revision;

    // Of use within one tick only.
    private int[] keyNumbers = new int[0];
    private int[] rowNumbers = new int[0];
    private int[] timely = new int[0];
    private long late;

    /** The operator of a plan. */
    public SessionOperator(Session plan, OperatorContext context) {
        this.plan = plan;
        this.context = context;
        this.state = context.open("rows", SessionState.kind(plan));
        this.closed = new Watermark(context);
        this.duplicates = new SessionDuplicates(plan);
        this.growth = new SessionGrowth(state, plan.gapMillis());
        this.revision = new SessionRevision(state, plan.gapMillis());
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        List<Chunk> chunks = inputs.get(0).chunks();
        if (!state.isIndexed() && chunks.stream().anyMatch(SessionOperator::retracts)) {
            state.index();
        }
        late = 0;
        chunks.forEach(chunk -> add(timelyRows(chunk)));
        if (late > 0) {
            context.lateRows().dropped(plan.lateness().orElseThrow().table(), late);
        }
        SessionOutput output = new SessionOutput(state.rowTable(), context.chunkRows());
        growth.emit(output);
        revision.apply(output, closed());
        ZSet changes = output.finish();
        revision.forget();
        state.free(tick.watermark());
        closed.set(tick.watermark());
        return changes;
    }

    private long closed() {
        return plan.closing().isPresent() ? closed.get() : Long.MIN_VALUE;
    }

    private static boolean retracts(Chunk chunk) {
        for (int i = 0; chunk.weights() != null && i < chunk.size(); i++) {
            if (chunk.weights()[i] < 0) {
                return true;
            }
        }
        return false;
    }

    private long[] times(Chunk chunk) {
        return ((LongColumn) chunk.column(plan.timeColumn())).values();
    }

    /** The arrival watermarks of rows, or null if they carry none. */
    private long[] arrivals(Chunk chunk) {
        return plan.lateness()
                .map(lateness -> ((LongColumn) chunk.column(lateness.arrivalColumn())).values())
                .orElse(null);
    }

    /** The rows that have a time and are not late. */
    private Chunk timelyRows(Chunk chunk) {
        LongColumn times = (LongColumn) chunk.column(plan.timeColumn());
        long[] arrivals = arrivals(chunk);
        makeRoom(chunk.size());
        int count = 0;
        for (int i = 0; i < chunk.size(); i++) {
            if (times.isNull(i)) {
                continue;
            }
            long arrival = arrivals == null ? Long.MIN_VALUE : arrivals[i];
            if (times.values()[i] + plan.gapMillis() - 1 <= arrival) {
                late += chunk.weight(i) > 0 ? 1 : 0;
            } else {
                timely[count++] = i;
            }
        }
        return count == chunk.size() ? chunk : chunk.gather(timely, count);
    }

    private void makeRoom(int rows) {
        if (timely.length < rows) {
            timely = new int[rows];
            keyNumbers = new int[rows];
            rowNumbers = new int[rows];
        }
    }

    private void add(Chunk timely) {
        state.numberKeys(timely, keyNumbers);
        boolean mayGrow = !state.isIndexed();
        Chunk chunk = mayGrow ? duplicates.merge(timely, keyNumbers, state.keyLimit()) : timely;
        state.numberRows(chunk, rowNumbers);
        long[] times = times(chunk);
        long[] arrivals = arrivals(chunk);
        for (int i = 0; i < chunk.size(); i++) {
            int key = keyNumbers[i];
            int row = rowNumbers[i];
            long arrival = arrivals == null ? Long.MIN_VALUE : arrivals[i];
            if (!mayGrow || !growth.add(key, row, times[i], arrival, chunk.weight(i))) {
                revision.add(key, row, times[i], chunk.weight(i));
            }
        }
    }
}
