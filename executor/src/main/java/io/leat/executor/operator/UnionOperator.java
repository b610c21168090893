package io.leat.executor.operator;

import io.leat.core.batch.ZSet;
import java.util.List;

/** All rows of all inputs. */
public final class UnionOperator implements Operator {

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        ZSet all = ZSet.EMPTY;
        for (ZSet input : inputs) {
            all = all.plus(input);
        }
        return all;
    }
}
