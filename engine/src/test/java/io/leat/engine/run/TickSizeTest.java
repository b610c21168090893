package io.leat.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.limit.Limits;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TickSizeTest {
    private static final int LEAST = Limits.DEFAULT.tickRows();
    private static final int MOST = Limits.DEFAULT.tickRowsMost();

    private final TickSize size = new TickSize(Limits.DEFAULT);

    private int after(int rows, int millis) {
        size.ticked(rows, TimeUnit.MILLISECONDS.toNanos(millis));
        return size.rows();
    }

    @Test
    void ticksThatAreFullAndShortGrow() {
        assertEquals(LEAST, size.rows());
        assertEquals(2 * LEAST, after(LEAST, 20));
        assertEquals(4 * LEAST, after(2 * LEAST, 40));
    }

    @Test
    void thereIsAMost() {
        for (int i = 0; i < 10; i++) {
            after(MOST, 1);
        }
        assertEquals(MOST, size.rows());
    }

    @Test
    void ticksThatAreNotFullStayAsTheyAre() {
        assertEquals(LEAST, after(LEAST - 1, 1));
        assertEquals(2 * LEAST, after(LEAST, 1));
        assertEquals(2 * LEAST, after(2 * LEAST - 1, 1));
    }

    @Test
    void longTicksShrink() {
        after(LEAST, 1);
        after(2 * LEAST, 1);
        assertEquals(4 * LEAST, after(4 * LEAST, 300));
        assertEquals(2 * LEAST, after(4 * LEAST, 500));
        assertEquals(LEAST, after(2 * LEAST, 500));
        assertEquals(LEAST, after(LEAST, 5_000));
    }
}
