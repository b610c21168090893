package io.leat.executor.join;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.plan.Join;
import io.leat.core.type.DataType;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.state.RowMultimap;
import java.util.ArrayList;
import java.util.List;

/**
 * One side of a join: its rows by key.
 *
 * @param rows the rows
 * @param keyColumns the columns of this side's chunks that are the key; its values find rows on both sides
 * @param left whether this is the left side
 * @param showsAlone whether a row of this side may appear without one of the other
 */
record JoinSide(RowMultimap rows, List<Integer> keyColumns, boolean left, boolean showsAlone) {

    static JoinSide left(Join plan, OperatorContext context) {
        boolean alone = plan.kind().keepsLeft() || plan.kind() == Join.Kind.SEMI;
        List<DataType> types = plan.left().schema().types();
        RowMultimap rows =
                context.open("left", RowMultimap.kind(types, plan.leftKeys(), plan.leftClosing(), weighsKeys(plan)));
        return new JoinSide(rows, plan.leftKeys(), true, alone);
    }

    static JoinSide right(Join plan, OperatorContext context) {
        boolean alone = plan.kind().keepsRight();
        List<DataType> types = plan.right().schema().types();
        RowMultimap rows =
                context.open("right", RowMultimap.kind(types, plan.rightKeys(), plan.rightClosing(), weighsKeys(plan)));
        return new JoinSide(rows, plan.rightKeys(), false, alone);
    }

    /** Whether rows appear alone by what their key has on the other side. */
    private static boolean weighsKeys(Join plan) {
        return plan.kind() != Join.Kind.INNER && plan.residual().isEmpty();
    }

    /** The key columns of a chunk of this side. */
    List<Column> keys(Chunk chunk) {
        List<Column> columns = new ArrayList<>(keyColumns.size());
        for (int column : keyColumns) {
            columns.add(chunk.column(column));
        }
        return columns;
    }

    /** Whether a row has NULL in its key: it matches nothing and is not remembered. */
    boolean hasNullKey(Chunk chunk, int row) {
        for (int column : keyColumns) {
            if (chunk.column(column).isNull(row)) {
                return true;
            }
        }
        return false;
    }

    /** Whether some row of a chunk may have NULL in its key. */
    boolean mayHaveNullKey(Chunk chunk) {
        for (int column : keyColumns) {
            if (chunk.column(column).validity() != null) {
                return true;
            }
        }
        return false;
    }

    /** The rows of a chunk without NULL in their keys. */
    Chunk withoutNullKeys(Chunk chunk) {
        if (!mayHaveNullKey(chunk)) {
            return chunk;
        }
        int[] kept = new int[chunk.size()];
        int count = 0;
        for (int i = 0; i < chunk.size(); i++) {
            if (!hasNullKey(chunk, i)) {
                kept[count++] = i;
            }
        }
        return count == chunk.size() ? chunk : chunk.gather(kept, count);
    }
}
