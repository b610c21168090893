package io.leat.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.batch.Origin;
import io.leat.core.limit.Limits;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TickSizeTest {
    private static final int LEAST = Limits.DEFAULT.tickRows();
    private static final int MOST = Limits.DEFAULT.tickRowsMost();

    private final TickSize size = new TickSize(Limits.DEFAULT);

    private int after(boolean isBehind, int millis) {
        size.ticked(isBehind, TimeUnit.MILLISECONDS.toNanos(millis));
        return size.rows();
    }

    @Test
    void shortTicksGrowWhileMoreIsWaiting() {
        assertEquals(LEAST, size.rows());
        assertEquals(2 * LEAST, after(true, 20));
        assertEquals(4 * LEAST, after(true, 40));
    }

    @Test
    void thereIsAMost() {
        for (int i = 0; i < 10; i++) {
            after(true, 1);
        }
        assertEquals(MOST, size.rows());
    }

    @Test
    void ticksOfWideRowsGrowLess() {
        size.fit(64);
        after(true, 1);
        assertEquals(2 * LEAST, after(true, 1));
        size.fit(1_000);
        assertEquals(LEAST, size.rows());
        size.fit(8);
        assertEquals(MOST, size.rows());
    }

    @Test
    void textIsWiderThanNumbers() {
        Schema schema = Schema.of(
                new Field("number", DataType.BIGINT),
                new Field("text", DataType.STRING),
                new Field("time", DataType.TIMESTAMP));
        assertEquals(80, TickSize.rowBytes(schema, Set.of(0, 1, 2)));
        assertEquals(16, TickSize.rowBytes(schema, Set.of(0, Origin.PLACE)));
        assertEquals(0, TickSize.rowBytes(schema, Set.of()));
    }

    @Test
    void ticksStayAsTheyAreWhenNothingIsWaiting() {
        assertEquals(LEAST, after(false, 1));
        assertEquals(2 * LEAST, after(true, 1));
        assertEquals(2 * LEAST, after(false, 1));
    }

    @Test
    void longTicksShrink() {
        after(true, 1);
        after(true, 1);
        assertEquals(4 * LEAST, after(true, 300));
        assertEquals(2 * LEAST, after(true, 500));
        assertEquals(LEAST, after(false, 500));
        assertEquals(LEAST, after(true, 5_000));
    }
}
