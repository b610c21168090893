package io.leat.executor.window;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Session;
import io.leat.core.type.DataType;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import io.leat.executor.state.RowBytes;
import io.leat.executor.state.RowCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Session windows: gives each row the session that it is in, and corrects rows whose session changes because another row
 * merged or extended it, or one was taken back. Rows without a time have no session; late rows are dropped and counted.
 */
public final class SessionOperator implements Operator {
    private static final int INITIAL_ROWS = 16;

    private final Session plan;
    private final OperatorContext context;
    private final RowCodec keyCodec;
    private final RowCodec rowCodec;
    private final List<DataType> outputTypes;
    private final SessionState state;
    private final Watermark closed;

    /** The operator of a plan. */
    public SessionOperator(Session plan, OperatorContext context) {
        List<DataType> types = plan.input().schema().types();
        this.plan = plan;
        this.context = context;
        this.keyCodec = RowCodec.of(types, plan.keys());
        this.rowCodec = RowCodec.all(types);
        this.outputTypes = plan.schema().types();
        this.state = context.open("rows", SessionState.kind(plan.gapMillis(), plan.closing()));
        this.closed = new Watermark(context);
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        List<SessionChange> changes = new Reading().read(inputs.get(0));
        changes.sort(SessionChange.ORDER);
        Output output = new Output();
        SessionMerge merge = new SessionMerge(plan.gapMillis(), output);
        int from = 0;
        while (from < changes.size()) {
            int to = endOfKey(changes, from);
            int key = changes.get(from).key();
            boolean otherFirst = merge.apply(state.take(key), changes.subList(from, to), closed());
            state.changed(key, otherFirst);
            from = to;
        }
        state.free(tick.watermark());
        closed.set(tick.watermark());
        return output.toZSet();
    }

    private long closed() {
        return plan.closing().isPresent() ? closed.get() : Long.MIN_VALUE;
    }

    private static int endOfKey(List<SessionChange> changes, int from) {
        int key = changes.get(from).key();
        int to = from;
        while (to < changes.size() && changes.get(to).key() == key) {
            to++;
        }
        return to;
    }

    /** Takes the rows out of their chunks that have a time and are not late. */
    private final class Reading {
        private final List<SessionChange> changes = new ArrayList<>();
        private final RowBytes scratch = new RowBytes();
        private long late;

        List<SessionChange> read(ZSet input) {
            input.chunks().forEach(this::read);
            if (late > 0) {
                context.lateRows().dropped(plan.lateness().orElseThrow().table(), late);
            }
            return changes;
        }

        private void read(Chunk chunk) {
            LongColumn times = (LongColumn) chunk.column(plan.timeColumn());
            long[] arrivals = plan.lateness()
                    .map(lateness -> ((LongColumn) chunk.column(lateness.arrivalColumn())).values())
                    .orElse(null);
            for (int i = 0; i < chunk.size(); i++) {
                if (times.isNull(i)) {
                    continue;
                }
                long arrival = arrivals == null ? Long.MIN_VALUE : arrivals[i];
                if (times.values()[i] + plan.gapMillis() - 1 <= arrival) {
                    late += chunk.weight(i) > 0 ? 1 : 0;
                } else {
                    changes.add(change(chunk, i, times.values()[i], arrival));
                }
            }
        }

        private SessionChange change(Chunk chunk, int row, long time, long arrival) {
            keyCodec.encode(chunk, row, scratch);
            int key = state.key(scratch);
            rowCodec.encode(chunk, row, scratch);
            byte[] bytes = Arrays.copyOf(scratch.bytes(), scratch.length());
            return new SessionChange(key, time, arrival, bytes, chunk.weight(row));
        }
    }

    /** Collects rows with their sessions. */
    private final class Output implements SessionMerge.Output {
        private final ChunkBuilder builder = new ChunkBuilder(outputTypes, INITIAL_ROWS);
        private final List<Chunk> chunks = new ArrayList<>();
        private final int width = rowCodec.types().size();

        @Override
        public void emit(byte[] row, long start, long end, long weight) {
            rowCodec.decode(row, 0, builder, 0);
            builder.column(width).appendLong(start);
            builder.column(width + 1).appendLong(end);
            builder.column(width + 2).appendLong(end - 1);
            builder.endRow(weight);
            if (builder.size() == context.chunkRows()) {
                chunks.add(builder.build());
            }
        }

        ZSet toZSet() {
            chunks.add(builder.build());
            return ZSet.of(chunks);
        }
    }
}
