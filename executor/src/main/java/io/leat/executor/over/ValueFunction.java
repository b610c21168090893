package io.leat.executor.over;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.plan.OverCall;
import io.leat.core.plan.OverFunction;
import java.util.List;

/** FIRST_VALUE, LAST_VALUE, LAG and LEAD: the value of one row of the frame. */
final class ValueFunction implements FrameFunction {
    private final OverFunction function;
    private final List<Integer> arguments;
    private final Sequence sequence;
    private final FrameCursor cursor;

    /** A function; its arguments are where the arrangement keeps them. */
    ValueFunction(OverCall call, List<Integer> arguments, Sequence sequence) {
        this.function = call.function();
        this.arguments = arguments;
        this.sequence = sequence;
        this.cursor = new FrameCursor(call.frame(), sequence);
    }

    @Override
    public void append(int row, ColumnBuilder into) {
        cursor.move(row);
        Chunk chunk = sequence.context().chunk();
        if (cursor.from() < cursor.to()) {
            int picked = function == OverFunction.LAST_VALUE ? cursor.to() - 1 : cursor.from();
            into.appendFrom(chunk.column(arguments.get(0)), sequence.picks()[picked]);
        } else if (arguments.size() > 1) {
            into.appendFrom(chunk.column(arguments.get(1)), sequence.picks()[row]);
        } else {
            into.appendNull();
        }
    }
}
