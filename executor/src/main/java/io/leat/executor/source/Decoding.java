package io.leat.executor.source;

import io.leat.executor.shard.Shards;
import java.util.ArrayList;
import java.util.List;

/** Decodes what the sources of one tick have brought, all parts of all of them together. */
public final class Decoding {
    private final List<Reading> readings = new ArrayList<>();

    /** Adds what a source has brought. */
    public void add(Reading reading) {
        readings.add(reading);
    }

    /** Decodes all of it, on as many threads as are there for shards. */
    public void run(Shards shards) {
        int tasks = 0;
        long rows = 0;
        for (Reading reading : readings) {
            tasks += reading.parts();
            rows += reading.rows();
        }
        if (tasks > 0) {
            shards.forTasks(tasks, rows, this::decode);
        }
    }

    private void decode(int task) {
        int part = task;
        for (Reading reading : readings) {
            if (part < reading.parts()) {
                reading.decode(part);
                return;
            }
            part -= reading.parts();
        }
    }
}
