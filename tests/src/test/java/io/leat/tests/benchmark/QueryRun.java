package io.leat.tests.benchmark;

import io.leat.core.type.Schema;
import io.leat.engine.Leat;
import io.leat.engine.Row;
import io.leat.engine.durable.DurabilityFigures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One run of one query as a job into its {@link BenchSink}, in a JVM of its own. The job begins when its first source is
 * opened and ends when the last row has been written; starting the JVM and planning come before it.
 *
 * <p>Its arguments are those of a {@link QueryTask}; and, if it is to be kept, the database directory and the milliseconds
 * between two checkpoints.
 */
public final class QueryRun {
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final int TASK_ARGUMENTS = 7;

    private final QueryTask task;
    private final UnaryOperator<Leat.Builder> kept;

    private QueryRun(QueryTask task, UnaryOperator<Leat.Builder> kept) {
        this.task = task;
        this.kept = kept;
    }

    private static UnaryOperator<Leat.Builder> kept(String[] arguments) {
        return arguments.length <= TASK_ARGUMENTS
                ? UnaryOperator.identity()
                : builder -> builder.directory(Path.of(arguments[TASK_ARGUMENTS]))
                        .checkpointInterval(Duration.ofMillis(Long.parseLong(arguments[TASK_ARGUMENTS + 1])))
                        .checkpointBytes(Long.MAX_VALUE);
    }

    /** Runs it and prints the figures. */
    public static void main(String[] arguments) {
        QueryTask task = QueryTask.parse(arguments);
        if (task.isWarm()) {
            new QueryRun(task.warming(), UnaryOperator.identity()).run();
        }
        System.out.println(new QueryRun(task, kept(arguments)).run().line());
        System.out.flush();
        System.exit(0);
    }

    private Figures run() {
        WatchedConnector connector = WatchedConnector.of(task.source().connector());
        try (BenchSink sink = BenchSink.of(task.query());
                Leat leat = kept.apply(Leat.builder().connector(connector)).open()) {
            if (task.shards() > 0) {
                leat.execute("SET shards = " + task.shards());
            }
            leat.execute(task.tables());
            leat.execute(task.script());
            Schema schema = leat.session().relationSchema(task.query()).orElseThrow();
            leat.execute(sink.definition(schema));
            ProcessUse planned = ProcessUse.now();
            try (Sampler sampler = new Sampler(connector::share);
                    StateWatch state = new StateWatch(leat)) {
                leat.execute("INSERT INTO sink SELECT * FROM " + task.query());
                leat.awaitCompletion(PATIENCE);
                ProcessUse end = ProcessUse.now();
                Row job = leat.execute("SELECT \"rows\", state_bytes FROM leat.jobs")
                        .next()
                        .orElseThrow();
                return figures(
                        planned,
                        connector.opened(),
                        sampler.half(),
                        end,
                        job.getLong(0),
                        Math.max(job.getLong(1), state.mostBytes()),
                        leat.durability());
            }
        }
    }

    private Figures figures(
            ProcessUse planned,
            ProcessUse start,
            Sampler.Sample half,
            ProcessUse end,
            long rows,
            long stateBytes,
            DurabilityFigures durability) {
        double millions = task.events() / 1e6;
        double millionsAfterHalf = millions * Math.max(1e-9, 1 - half.share());
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("events", (double) task.events());
        values.put("seconds", end.secondsSince(start));
        values.put("events_per_second", task.events() / end.secondsSince(start));
        values.put("events_per_second_second_half", millionsAfterHalf * 1e6 / end.secondsSince(half.use()));
        values.put("cpu_per_million", end.cpuSecondsSince(start) / millions);
        values.put("cpu_per_million_second_half", end.cpuSecondsSince(half.use()) / millionsAfterHalf);
        values.put("peak_bytes", (double) ProcessUse.peakBytes());
        values.put("state_bytes", (double) stateBytes);
        values.put("rows_out", (double) rows);
        values.put("planning_seconds", start.secondsSince(planned));
        values.put("compilation_seconds", ProcessUse.compilationMillis() / 1e3);
        values.put("collection_seconds", ProcessUse.collectionMillis() / 1e3);
        values.put("checkpoints", (double) durability.checkpoints());
        values.put("checkpoint_bytes", (double) durability.checkpointBytes());
        values.put("longest_pause_ms", durability.longestPause().toNanos() / 1e6);
        values.put("pauses_ms", durability.pauses().toNanos() / 1e6);
        values.put("journal_bytes", (double) durability.journalBytes());
        return new Figures(values);
    }
}
