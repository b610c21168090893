package io.leat.executor.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Join;
import io.leat.core.plan.Scan;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.oracle.Bag;
import io.leat.executor.oracle.OperatorProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the random contract does not show: what is emitted on the way, skew, and that state is freed. */
class JoinOperatorTest {
    private static final Schema SCHEMA =
            Schema.of(new Field("k", DataType.BIGINT), new Field("t", DataType.TIMESTAMP_LTZ));
    private static final int SKEWED_ROWS = 100_000;

    private static OperatorProbe probe(Join.Kind kind, Optional<Closing> closing) {
        Scan left = new Scan("l", List.of(0, 1), false, ChangeMode.UPDATING, SCHEMA);
        Scan right = new Scan("r", List.of(0, 1), false, ChangeMode.UPDATING, SCHEMA);
        List<Integer> keys = closing.isPresent() ? List.of(0, 1) : List.of(0);
        Join plan = new Join(left, right, kind, keys, keys, Optional.empty(), closing, closing, SCHEMA.concat(SCHEMA));
        return new OperatorProbe(plan, context -> new JoinOperator(plan, context));
    }

    private static List<Object> row(Long key, long time) {
        return Bag.row(key, Instant.ofEpochMilli(time));
    }

    @Test
    void partnersOfOneTickNeverShowARowAlone() {
        OperatorProbe join = probe(Join.Kind.FULL, Optional.empty());

        long rows = join.stepChunks(0, new Bag().add(row(1L, 1), 1), new Bag().add(row(1L, 2), 1))
                .rows();
        Bag replaced = join.step(0, new Bag(), new Bag().add(row(1L, 2), -1).add(row(1L, 3), 1));

        assertEquals(1, rows);
        Instant one = Instant.ofEpochMilli(1);
        assertEquals(
                new Bag()
                        .add(Bag.row(1L, one, 1L, Instant.ofEpochMilli(2)), -1)
                        .add(Bag.row(1L, one, 1L, Instant.ofEpochMilli(3)), 1),
                replaced);
    }

    @Test
    void rowsWithNullInTheKeyPassWithoutState() {
        OperatorProbe join = probe(Join.Kind.LEFT, Optional.empty());

        Bag shown = join.step(0, new Bag().add(row(null, 1), 2), new Bag().add(row(null, 1), 1));

        assertEquals(new Bag().add(Bag.row(null, Instant.ofEpochMilli(1), null, null), 2), shown);
        assertEquals(0, join.stateRows());
    }

    @Test
    void aHundredThousandRowsOfOneKeyAreNotQuadratic() {
        OperatorProbe join = probe(Join.Kind.LEFT, Optional.empty());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            join.step(0, new Bag(), new Bag().add(row(7L, 0), 1));
            Bag left = new Bag();
            for (int i = 0; i < SKEWED_ROWS; i++) {
                left.add(row(7L, i), 1);
            }
            assertEquals(SKEWED_ROWS, join.step(0, left, new Bag()).rows().size());
            Bag alone = join.step(0, new Bag(), new Bag().add(row(7L, 0), -1));
            assertEquals(2 * SKEWED_ROWS, alone.rows().size());
            Bag gone = join.step(0, new Bag().minus(left), new Bag());
            assertEquals(SKEWED_ROWS, gone.rows().size());
        });
        assertEquals(0, join.stateRows());
    }

    @Test
    void stateOfClosedRowsIsFreed() {
        OperatorProbe join = probe(Join.Kind.FULL, Optional.of(new Closing(1, 1)));
        for (int window = 1; window <= 50; window++) {
            Bag change = new Bag();
            for (long key = 0; key < 200; key++) {
                change.add(row(key, window * 1_000L), 1);
            }
            join.step(window * 1_000L - 2, change, change);
            assertEquals(400, join.stateRows(), "after window " + window);
        }
        join.step(Long.MAX_VALUE, new Bag(), new Bag());

        assertEquals(0, join.stateRows());
        assertTrue(join.stateBytes() < 64 << 10, "still " + join.stateBytes() + " bytes");
    }
}
