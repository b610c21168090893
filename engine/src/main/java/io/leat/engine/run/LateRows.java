package io.leat.engine.run;

import io.leat.core.limit.Limits;
import io.leat.core.time.Clock;
import io.leat.executor.circuit.CircuitContext;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts, by table, the rows that came too late for a window. */
final class LateRows {
    private final Map<String, LongAdder> byTable = new ConcurrentHashMap<>();

    /** The context of the circuit whose late rows are counted here; rows that cannot be computed are counted at their nodes. */
    CircuitContext counting(Clock clock, Limits limits) {
        return new CircuitContext(clock, limits, false, this::add);
    }

    private void add(String table, long rows) {
        byTable.computeIfAbsent(table.toLowerCase(Locale.ROOT), absent -> new LongAdder())
                .add(rows);
    }

    long count(String table) {
        LongAdder adder = byTable.get(table.toLowerCase(Locale.ROOT));
        return adder == null ? 0 : adder.sum();
    }
}
