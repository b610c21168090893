package io.leat.executor.join;

import io.leat.core.batch.Chunk;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Join;
import io.leat.core.type.DataType;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.state.RowCodec;
import io.leat.executor.state.RowMultimap;
import java.util.List;
import java.util.Optional;

/**
 * One side of a join: its rows by key.
 *
 * @param rows the rows
 * @param keys makes keys of rows of this side's chunks; they find rows on both sides
 * @param left whether this is the left side
 * @param showsAlone whether a row of this side may appear without one of the other
 */
record JoinSide(RowMultimap rows, RowCodec keys, boolean left, boolean showsAlone) {

    static JoinSide left(Join plan, OperatorContext context) {
        boolean alone = plan.kind().keepsLeft() || plan.kind() == Join.Kind.SEMI;
        return open("left", plan.left().schema().types(), plan.leftKeys(), plan.leftClosing(), alone, context);
    }

    static JoinSide right(Join plan, OperatorContext context) {
        boolean alone = plan.kind().keepsRight();
        return open("right", plan.right().schema().types(), plan.rightKeys(), plan.rightClosing(), alone, context);
    }

    private static JoinSide open(
            String name,
            List<DataType> types,
            List<Integer> keys,
            Optional<Closing> closing,
            boolean alone,
            OperatorContext context) {
        RowMultimap rows = context.open(name, RowMultimap.kind(types, keys, closing));
        return new JoinSide(rows, RowCodec.of(types, keys), name.equals("left"), alone);
    }

    /** Whether a row has NULL in its key: it matches nothing and is not remembered. */
    boolean hasNullKey(Chunk chunk, int row) {
        return keys.hasNull(chunk, row);
    }

    /** Brings a change into the remembered rows. */
    void add(Chunk change) {
        for (int i = 0; i < change.size(); i++) {
            if (!hasNullKey(change, i)) {
                rows.add(change, i, change.weight(i));
            }
        }
    }
}
