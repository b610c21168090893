package io.leat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.function.Executable;

/** Short ways to ask and to check, for the tests of the engine. */
final class Answers {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Answers() {}

    /** The rows of a query, each as the list of its values. */
    static List<List<Object>> rows(Leat leat, String sql, Object... parameters) {
        try (Result result = leat.query(sql, parameters)) {
            return result.rows().stream().map(Row::values).toList();
        }
    }

    /** The only value of a query's only row. */
    static Object value(Leat leat, String sql, Object... parameters) {
        List<List<Object>> rows = rows(leat, sql, parameters);
        assertEquals(1, rows.size(), sql);
        return rows.get(0).get(0);
    }

    /** Runs something that must fail with a code. */
    static LeatException fails(ErrorCode code, Executable action) {
        LeatException error = assertThrows(LeatException.class, action);
        assertEquals(code, error.code(), error::getMessage);
        return error;
    }

    /** Waits until something holds. */
    static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail("it did not come to hold in " + PATIENCE);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** Names of the threads of Leat that are alive. */
    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("leat-") && !name.contains("plan"))
                .sorted()
                .toList();
    }
}
