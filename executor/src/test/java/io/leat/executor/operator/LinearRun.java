package io.leat.executor.operator;

import io.leat.core.batch.ZSet;
import io.leat.core.error.LeatException;
import io.leat.core.type.Schema;
import io.leat.executor.oracle.Bag;
import io.leat.executor.oracle.OperatorContract.TestTick;
import io.leat.executor.state.MemoryStateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The surroundings of one operator in a test: its store, what failed and what came late. */
final class LinearRun {
    final List<LeatException> failed = new ArrayList<>();
    final Map<String, Long> late = new TreeMap<>();
    final MemoryStateStore store = new MemoryStateStore();

    /** A context that leaves out what fails. */
    OperatorContext context() {
        return new OperatorContext(
                "o", store, (error, row) -> failed.add(error), (table, rows) -> late.merge(table, rows, Long::sum), 4);
    }

    /** One step of an operator with one input. */
    static Bag step(Operator operator, Schema input, Bag rows, Schema output) {
        return step(operator, 1, Long.MIN_VALUE, rows.toZSet(input, 3), output);
    }

    static Bag step(Operator operator, long number, long watermark, ZSet input, Schema output) {
        return Bag.of(output, operator.step(new TestTick(number, watermark), List.of(input)));
    }
}
