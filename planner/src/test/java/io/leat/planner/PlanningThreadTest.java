package io.leat.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PlanningThreadTest {
    @Test
    void whatTakesTooLongIsGivenUpAndToldSo() throws InterruptedException {
        CountDownLatch toldTo = new CountDownLatch(1);
        LeatException late = assertThrows(
                LeatException.class,
                () -> PlanningThread.run(
                        Limits.DEFAULT.withPlanningTime(Duration.ofMillis(5)), cancelled -> plan(cancelled, toldTo)));
        assertEquals(ErrorCode.TIMEOUT, late.code());
        assertEquals("planning took longer than 5 ms", late.getMessage());
        assertTrue(toldTo.await(1, TimeUnit.MINUTES));
    }

    /** Plans until it is told to stop. */
    private static Void plan(AtomicBoolean cancelled, CountDownLatch toldTo) {
        while (!cancelled.get()) {
            Thread.onSpinWait();
        }
        toldTo.countDown();
        return null;
    }

    @Test
    void whatEndsInTimeIsGivenBack() {
        assertEquals("plan", PlanningThread.run(Limits.DEFAULT, cancelled -> "plan"));
    }
}
