package io.leat.engine.system;

import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.DeliveryGuarantee;
import io.leat.core.connector.Position;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.core.type.Schema;
import io.leat.engine.catalog.Catalog;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.DivertedObject;
import io.leat.engine.catalog.JobObject;
import io.leat.engine.catalog.LogicalViewObject;
import io.leat.engine.catalog.TableObject;
import io.leat.engine.progress.Progress;
import io.leat.engine.run.DivertedTable;
import io.leat.engine.run.Graph;
import io.leat.engine.run.LiveJob;
import io.leat.engine.run.LivePipeline;
import io.leat.engine.run.LiveTable;
import io.leat.engine.run.LiveView;
import io.leat.engine.run.OrdinaryTable;
import io.leat.engine.run.SourceTable;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.circuit.Node;
import io.leat.executor.source.ReaderCounters;
import io.leat.executor.source.TableReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Fills the system tables from what is running. */
public final class SystemRows implements SystemContent {
    private final Graph graph;
    private final Supplier<Catalog> catalog;
    private final Function<JobObject, DeliveryGuarantee> deliveries;
    private final Supplier<List<Progress>> running;

    /**
     * Rows about a graph and the catalog that belongs to it.
     *
     * @param deliveries how often what a job writes arrives
     * @param running how far statements have come that run
     */
    public SystemRows(
            Graph graph,
            Supplier<Catalog> catalog,
            Function<JobObject, DeliveryGuarantee> deliveries,
            Supplier<List<Progress>> running) {
        this.graph = graph;
        this.catalog = catalog;
        this.deliveries = deliveries;
        this.running = running;
    }

    @Override
    public ZSet of(String table) {
        Schema schema = SystemTables.schema(table).orElseThrow();
        Rows rows = new Rows(schema);
        switch (table.toLowerCase(Locale.ROOT)) {
            case "leat.tables" -> catalog.get().tables().forEach(object -> table(rows, object));
            case "leat.views" -> views(rows);
            case "leat.progress" -> new ProgressRows(graph).of(running.get()).forEach(rows::add);
            case "leat.sources" -> graph.tables().forEach(live -> source(rows, live));
            default -> jobs(rows);
        }
        return rows.take();
    }

    private void table(Rows rows, CatalogObject object) {
        TableDefinition definition = object instanceof DivertedObject diverted
                ? diverted.relation().definition()
                : ((TableObject) object).definition();
        String key =
                definition.primaryKey().stream().map(definition.schema()::name).collect(Collectors.joining(", "));
        rows.add(
                definition.name(),
                definition.connector().orElse(null),
                (long) definition.columns().size(),
                key.isEmpty() ? null : key,
                definition
                        .watermark()
                        .map(w -> definition.schema().name(w.column()))
                        .orElse(null),
                rows(definition));
    }

    private static Long rows(LiveTable live) {
        if (live instanceof OrdinaryTable ordinary) {
            return ordinary.rows();
        }
        return live instanceof DivertedTable diverted ? diverted.rows() : null;
    }

    private Long rows(TableDefinition definition) {
        return graph.pipeline(definition.name())
                .filter(LiveView.class::isInstance)
                .map(view -> ((LiveView) view).rows())
                .orElseGet(() -> rows(graph.table(definition.name())));
    }

    private void views(Rows rows) {
        for (LivePipeline pipeline : graph.pipelines()) {
            if (pipeline instanceof LiveView view && !view.isBesideAnother()) {
                long errors = Circuit.below(view.root()).stream()
                        .mapToLong(node -> node.errors().count())
                        .sum();
                rows.add(
                        view.name(),
                        "materialized",
                        status(view),
                        view.rows(),
                        view.bytes(),
                        stateRows(view),
                        stateBytes(view),
                        view.changedTick(),
                        time(view.root().watermark()),
                        errors,
                        lastError(view));
            }
        }
        for (LogicalViewObject view : catalog.get().objects(LogicalViewObject.class)) {
            rows.add(view.name(), "logical", null, null, null, null, null, null, null, null, null);
        }
    }

    private static long stateRows(LivePipeline pipeline) {
        return Circuit.below(pipeline.root()).stream()
                .mapToLong(Node::stateRows)
                .sum();
    }

    private static long stateBytes(LivePipeline pipeline) {
        return Circuit.below(pipeline.root()).stream()
                .mapToLong(Node::stateBytes)
                .sum();
    }

    private void jobs(Rows rows) {
        for (LivePipeline pipeline : graph.pipelines()) {
            if (pipeline instanceof LiveJob job) {
                rows.add(
                        job.name(),
                        job.table(),
                        status(job),
                        delivery(job),
                        job.rowsWritten(),
                        stateRows(job),
                        stateBytes(job),
                        lastError(job));
            }
        }
    }

    private String delivery(LiveJob job) {
        return catalog.get()
                .object(job.name())
                .filter(JobObject.class::isInstance)
                .map(object -> deliveries.apply((JobObject) object))
                .orElse(DeliveryGuarantee.AT_LEAST_ONCE)
                .toString();
    }

    private static String status(LivePipeline pipeline) {
        if (pipeline.failure().isPresent()) {
            return "failed";
        }
        return pipeline.isEnded() ? "finished" : "running";
    }

    private static String lastError(LivePipeline pipeline) {
        return pipeline.failure()
                .or(() -> Circuit.below(pipeline.root()).stream()
                        .flatMap(node -> node.errors().last().stream())
                        .findFirst())
                .map(LeatException::getMessage)
                .orElse(null);
    }

    private void source(Rows rows, LiveTable live) {
        if (live instanceof OrdinaryTable table) {
            ordinary(rows, table);
        } else if (live instanceof SourceTable source) {
            source(rows, source);
        }
    }

    /** A table without a connector is a source too if it has event time, for then its rows can be late. */
    private void ordinary(Rows rows, OrdinaryTable table) {
        String name = table.definition().name();
        if (table.definition().watermark().isPresent()) {
            String status = table.isEnded() ? "finished" : "open";
            LocalDateTime watermark = time(table.watermark());
            rows.add(name, null, status, null, null, null, watermark, table.rows(), graph.lateRows(name), 0L, null);
        }
    }

    private void source(Rows rows, SourceTable source) {
        String connector = source.definition().connector().orElse(null);
        if (source.reader().isEmpty()) {
            rows.add(source.definition().name(), connector, "not read", null, null, null, null, 0L, 0L, 0L, null);
            return;
        }
        TableReader reader = source.reader().get();
        Position position = reader.position();
        Position end = source.failure().isPresent() ? position : reader.end();
        java.util.TreeSet<String> partitions =
                new java.util.TreeSet<>(end.offsets().keySet());
        partitions.addAll(position.offsets().keySet());
        for (String partition : partitions) {
            sourceRow(rows, source, reader, partition, position.offset(partition), end.offset(partition));
        }
        if (partitions.isEmpty()) {
            sourceRow(rows, source, reader, null, 0, 0);
        }
    }

    private void sourceRow(
            Rows rows, SourceTable source, TableReader reader, String partition, long position, long end) {
        ReaderCounters counters = reader.counters();
        String name = source.definition().name();
        rows.add(
                name,
                source.definition().connector().orElse(null),
                sourceStatus(source),
                partition,
                position,
                Math.max(0, end - position),
                time(reader.watermark()),
                counters.rows(),
                graph.lateRows(name),
                counters.bad() + counters.failed(),
                source.failure()
                        .map(LeatException::getMessage)
                        .orElse(counters.lastBad().isEmpty() ? null : counters.lastBad()));
    }

    private static String sourceStatus(SourceTable source) {
        if (source.failure().isPresent()) {
            return "failed";
        }
        return source.isEnded() ? "finished" : "reading";
    }

    /** A watermark as a time; NULL before the first and at the end of all time. */
    private static LocalDateTime time(long watermark) {
        boolean shown = watermark != Long.MIN_VALUE && watermark != Long.MAX_VALUE;
        return shown ? LocalDateTime.ofInstant(Instant.ofEpochMilli(watermark), ZoneOffset.UTC) : null;
    }

    /** Collects rows of Java values. */
    private static final class Rows {
        private final Schema schema;
        private final ChunkBuilder builder;

        Rows(Schema schema) {
            this.schema = schema;
            this.builder = new ChunkBuilder(schema.types(), 16);
        }

        void add(Object... values) {
            for (int i = 0; i < values.length; i++) {
                JavaValues.append(builder.column(i), schema.type(i), values[i]);
            }
            builder.endRow(1);
        }

        ZSet take() {
            return ZSet.of(builder.build());
        }
    }
}
