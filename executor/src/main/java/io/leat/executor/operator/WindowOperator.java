package io.leat.executor.operator;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Lateness;
import io.leat.core.plan.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives each row its windows of fixed size. A row without a time has none; a window that was closed when the row arrived is
 * left out, and the row is counted as late once.
 */
public final class WindowOperator implements Operator {
    private final Window plan;
    private final OperatorContext context;

    /** The operator of a plan. */
    public WindowOperator(Window plan, OperatorContext context) {
        this.plan = plan;
        this.context = context;
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        List<Chunk> output = new ArrayList<>();
        long late = 0;
        for (Chunk chunk : inputs.get(0).chunks()) {
            Assignment assignment = new Assignment(chunk, output);
            assignment.run();
            late += assignment.late;
        }
        if (late > 0) {
            context.lateRows().dropped(plan.lateness().orElseThrow().table(), late);
        }
        return ZSet.of(output);
    }

    /** One chunk's rows with their windows. */
    private final class Assignment {
        private final Chunk input;
        private final List<Chunk> output;
        private final long[] arrivals;
        private int[] rows;
        private long[] starts;
        private long[] ends;
        private int count;
        private long late;

        Assignment(Chunk input, List<Chunk> output) {
            this.input = input;
            this.output = output;
            this.arrivals = plan.lateness().map(this::arrivals).orElse(null);
            this.rows = new int[input.size()];
            this.starts = new long[input.size()];
            this.ends = new long[input.size()];
        }

        private long[] arrivals(Lateness lateness) {
            return ((LongColumn) input.column(lateness.arrivalColumn())).values();
        }

        void run() {
            LongColumn times = (LongColumn) input.column(plan.timeColumn());
            for (int row = 0; row < input.size(); row++) {
                if (!times.isNull(row)) {
                    assign(row, times.values()[row]);
                }
            }
            flush();
        }

        private void assign(int row, long time) {
            boolean inTime = switch (plan.kind()) {
                case TUMBLE -> tumble(row, time);
                case HOP -> hop(row, time);
                case CUMULATE -> cumulate(row, time);
            };
            if (!inTime) {
                late += Math.max(0, input.weight(row) * rowsOf(row));
            }
        }

        /** How many rows of the table a row stands for. */
        private long rowsOf(int row) {
            int column = plan.lateness().orElseThrow().rowsColumn();
            return column == Lateness.ONE_ROW ? 1 : ((LongColumn) input.column(column)).values()[row];
        }

        private boolean tumble(int row, long time) {
            long start = floor(time, plan.sizeMillis());
            return add(row, start, start + plan.sizeMillis());
        }

        private boolean hop(int row, long time) {
            boolean inTime = true;
            long first = floor(time - plan.sizeMillis(), plan.stepMillis()) + plan.stepMillis();
            for (long start = first; start <= time; start += plan.stepMillis()) {
                inTime &= add(row, start, start + plan.sizeMillis());
            }
            return inTime;
        }

        private boolean cumulate(int row, long time) {
            boolean inTime = true;
            long start = floor(time, plan.sizeMillis());
            long firstEnd = start + ((time - start) / plan.stepMillis() + 1) * plan.stepMillis();
            for (long end = firstEnd; end <= start + plan.sizeMillis(); end += plan.stepMillis()) {
                inTime &= add(row, start, end);
            }
            return inTime;
        }

        /** The last moment not after a time at which a step begins. */
        private long floor(long time, long step) {
            return time - Math.floorMod(time - plan.offsetMillis(), step);
        }

        /** Adds a window of a row, unless the window was closed when the row arrived. */
        private boolean add(int row, long start, long end) {
            if (arrivals != null && end - 1 <= arrivals[row]) {
                return false;
            }
            if (count == rows.length) {
                makeRoom();
            }
            rows[count] = row;
            starts[count] = start;
            ends[count++] = end;
            return true;
        }

        private void makeRoom() {
            if (count >= context.chunkRows()) {
                flush();
            } else {
                rows = Arrays.copyOf(rows, count * 2);
                starts = Arrays.copyOf(starts, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
            }
        }

        private void flush() {
            boolean allOnce = plan.kind() == Window.Kind.TUMBLE && count == input.size();
            Chunk gathered = allOnce ? input : input.gather(rows, count);
            List<Column> columns = new ArrayList<>(gathered.columns());
            columns.add(new LongColumn(Arrays.copyOf(starts, count), null, count));
            columns.add(new LongColumn(Arrays.copyOf(ends, count), null, count));
            columns.add(new LongColumn(lastMoments(), null, count));
            output.add(gathered.withColumns(columns));
            count = 0;
        }

        private long[] lastMoments() {
            long[] moments = new long[count];
            for (int i = 0; i < count; i++) {
                moments[i] = ends[i] - 1;
            }
            return moments;
        }
    }
}
