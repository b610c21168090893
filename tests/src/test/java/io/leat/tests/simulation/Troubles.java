package io.leat.tests.simulation;

import io.leat.core.error.LeatException;
import io.leat.engine.HandDriven;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Rare troubles from outside: a process that everybody believes to be gone, a topic that loses records for a while. */
final class Troubles {
    private final World world;
    private final Random luck;

    Troubles(World world, Random luck) {
        this.world = world;
        this.luck = luck;
    }

    /** What the process that was left behind does: whatever it writes, nobody may see. */
    void leftBehindGoesOn(HandDriven engine) {
        for (int i = luck.nextInt(4); i >= 0; i--) {
            try {
                if (luck.nextBoolean()) {
                    engine.leat().execute("INSERT INTO a VALUES (1, 'lost', 1)").close();
                }
                engine.turn();
                world.trace().add("left behind: turn " + engine.tick() + " " + failures(engine));
            } catch (LeatException | ProcessEnded e) {
                world.trace().add("left behind: " + e.getMessage());
            }
        }
    }

    /** What has stopped views and jobs, by name. */
    static Map<String, String> failures(HandDriven engine) {
        Map<String, String> failures = new TreeMap<>();
        engine.definitions()
                .keySet()
                .forEach(name -> engine.failure(name).ifPresent(failure -> failures.put(name, failure.getMessage())));
        return failures;
    }

    /**
     * Lets a topic that a table reads lose records that were not read, during something; afterwards they are there again.
     */
    void loseRecords(Runnable during) {
        List<Partition> behind = new ArrayList<>();
        world.engine()
                .positions()
                .forEach((table, position) -> world.broker().topic(table).stream()
                        .filter(partition -> !table.equals(ProcessingTimes.TABLE) && !table.equals(Deleted.TABLE))
                        .filter(partition -> position.offset(partition.name()) < partition.stableEnd())
                        .forEach(behind::add));
        if (behind.isEmpty()) {
            return;
        }
        Partition partition = Queries.pick(luck, behind);
        partition.setStart(partition.stableEnd() - luck.nextInt(2));
        world.trace().add(partition.name() + " begins with " + partition.start());
        during.run();
        partition.setStart(0);
    }
}
