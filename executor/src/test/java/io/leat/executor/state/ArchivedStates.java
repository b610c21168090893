package io.leat.executor.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What every structure must pass: whatever was done to it, a new one that reads what it wrote down behaves like it from then
 * on, to the number, and writes down the same.
 */
final class ArchivedStates {
    private static final int STEPS = 400;
    private static final int STEPS_BETWEEN_CHECKS = 20;
    private static final int COPIES_MAX = 4;

    private ArchivedStates() {}

    /** Something that is done to a structure, and what it answers. It uses nothing else that changes. */
    interface Operation<S> extends Function<S, Object> {}

    /**
     * Does random operations to a structure and to copies of it.
     *
     * @param operations makes an operation that may be done next
     */
    static <S extends State> void check(StateKind<S> kind, long seed, Function<Random, Operation<S>> operations) {
        Supplier<S> create = kind.create();
        Random random = new Random(seed);
        List<S> all = new ArrayList<>(List.of(create.get()));
        for (int step = 0; step < STEPS; step++) {
            Operation<S> operation = operations.apply(random);
            Object expected = operation.apply(all.get(0));
            for (S copy : all.subList(1, all.size())) {
                assertEquals(expected, operation.apply(copy), kind.name() + " of seed " + seed + ", step " + step);
            }
            if (step % STEPS_BETWEEN_CHECKS == 0) {
                checkSame(kind, all);
            }
            if (random.nextInt(20) == 0) {
                S copy = create.get();
                MemoryArchive.of(all.get(random.nextInt(all.size()))).restore(copy);
                all.add(copy);
            }
            if (all.size() > COPIES_MAX) {
                all.remove(random.nextInt(2));
            }
        }
    }

    private static <S extends State> void checkSame(StateKind<S> kind, List<S> all) {
        MemoryArchive first = MemoryArchive.of(all.get(0));
        for (S copy : all) {
            assertTrue(first.isSame(MemoryArchive.of(copy)), kind.name() + " writes other fields down");
            assertEquals(all.get(0).rows(), copy.rows());
            assertTrue(copy.bytes() > 0);
        }
    }
}
