package io.leat.executor.operator;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ZSet;
import io.leat.core.expression.Literal;
import io.leat.core.plan.Constant;
import io.leat.executor.state.LongValues;
import java.util.ArrayList;
import java.util.List;

/** Gives the rows that are written in the query, in its first tick. */
public final class ConstantOperator implements Operator {
    private static final int GIVEN = 0;

    private final Constant plan;
    private final int chunkRows;
    private final LongValues given;

    /** The rows of a plan. */
    public ConstantOperator(Constant plan, OperatorContext context) {
        this.plan = plan;
        this.chunkRows = context.chunkRows();
        this.given = context.open("given", LongValues.kind());
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        if (given.get(GIVEN) != 0) {
            return ZSet.EMPTY;
        }
        given.set(GIVEN, 1);
        return rows();
    }

    private ZSet rows() {
        List<Chunk> chunks = new ArrayList<>();
        ChunkBuilder builder = new ChunkBuilder(
                plan.schema().types(), Math.min(chunkRows, plan.rows().size()));
        for (List<Literal> row : plan.rows()) {
            for (int i = 0; i < row.size(); i++) {
                JavaValues.append(
                        builder.column(i), plan.schema().type(i), row.get(i).value());
            }
            builder.endRow(1);
            if (builder.size() == chunkRows) {
                chunks.add(builder.build());
            }
        }
        chunks.add(builder.build());
        return ZSet.of(chunks);
    }
}
