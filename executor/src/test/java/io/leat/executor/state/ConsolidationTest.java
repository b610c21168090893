package io.leat.executor.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.executor.oracle.Bag;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsolidationTest {
    private static final Schema SCHEMA = RandomRows.schema(DataType.BIGINT, DataType.DOUBLE, DataType.STRING);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void addsUpEqualRowsAndTakesBackFirst(long seed) {
        Random random = new Random(seed);
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ChunkBuilder builder = new ChunkBuilder(SCHEMA.types(), 1);
            for (int row = random.nextInt(30); row >= 0; row--) {
                Object number = random.nextInt(6) == 0 ? null : (long) random.nextInt(6);
                Object half = random.nextBoolean() ? 0.0 : 0.5;
                Bag.write(
                        SCHEMA,
                        builder,
                        Bag.row(number, half, "t" + random.nextInt(4)),
                        random.nextBoolean() ? 1 : -1 - random.nextInt(2));
            }
            chunks.add(builder.build());
        }
        ZSet change = ZSet.of(chunks);
        ZSet net = Consolidation.of(change, SCHEMA.types());
        Bag expected = Bag.of(SCHEMA, change);
        assertEquals(expected, Bag.of(SCHEMA, net));
        assertEquals(expected.rows().size(), net.rows());
        boolean inserting = false;
        for (Chunk chunk : net.chunks()) {
            for (int row = 0; row < chunk.size(); row++) {
                assertTrue(chunk.weight(row) != 0 && (!inserting || chunk.weight(row) > 0));
                inserting = chunk.weight(row) > 0;
            }
        }
    }

    @Test
    void leavesRowsAloneThatAreAllDifferentAndNew() {
        ZSet change = ZSet.of(RandomRows.rows(SCHEMA, List.of(Bag.row(1L, 0.5, "a"), Bag.row(2L, 0.5, "a"))));
        assertSame(change, Consolidation.of(change, SCHEMA.types()));
    }
}
