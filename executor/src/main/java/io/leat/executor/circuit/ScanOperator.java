package io.leat.executor.circuit;

import io.leat.core.batch.ZSet;
import io.leat.core.plan.Scan;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.Tick;
import java.util.ArrayList;
import java.util.List;

/** Takes the columns that a scan reads out of a relation's change, without copying a value. */
final class ScanOperator implements Operator {
    private final Scan scan;

    ScanOperator(Scan scan) {
        this.scan = scan;
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        return new ZSet(inputs.get(0).chunks().stream()
                .map(chunk -> chunk.select(columns(chunk.columns().size())))
                .toList());
    }

    private List<Integer> columns(int relationColumns) {
        if (!scan.arrival()) {
            return scan.columns();
        }
        List<Integer> columns = new ArrayList<>(scan.columns());
        columns.add(relationColumns - 1);
        return columns;
    }
}
