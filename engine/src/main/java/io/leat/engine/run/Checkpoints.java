package io.leat.engine.run;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import io.leat.engine.durable.ChangedDefinitions;
import io.leat.engine.durable.Durability;
import io.leat.engine.durable.PinnedCheckpoint;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.shard.Distribution;
import io.leat.executor.state.Archivable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When a checkpoint of what runs is taken, and of what: tables, views, jobs, and the operators below them. All sinks make
 * visible what they have before one is: what comes before a checkpoint is not computed again.
 */
final class Checkpoints {
    private final Circuit circuit;
    private final Tables tables;
    private final Pipelines pipelines;
    private final Durability durability;
    private final Ticking ticking;
    private final Clock clock;

    Checkpoints(
            Circuit circuit, Tables tables, Pipelines pipelines, Durability durability, Ticking ticking, Clock clock) {
        this.circuit = circuit;
        this.tables = tables;
        this.pipelines = pipelines;
        this.durability = durability;
        this.ticking = ticking;
        this.clock = clock;
    }

    /** Begins one if it is time for it. */
    void beginIfDue() {
        if (durability.isCheckpointDue()) {
            begin();
        }
    }

    /** Begins one, but not while a job stands that could not write everything, until that is given up for it. */
    private void begin() {
        pipelines.flushAll(clock.nanos());
        durability.requireWhole();
        pipelines.giveUpFailedJobs(durability.noted(), durability::isTooLong);
        if (!pipelines.isAnyJobBehind() && !tables.isHolding()) {
            durability.checkpoint(ticking.tick(), shards(), parts());
        }
    }

    /** Takes one if anything has changed; returns when it is safe. */
    void takeNow() {
        durability.sync();
        begin();
        durability.awaitCheckpoint();
    }

    /** As {@link Graph#checkpoint(ViewSwitch, ChangedDefinitions)}. */
    void take(ViewSwitch change, ChangedDefinitions definitions) {
        if (durability.isKeeping()) {
            pipelines.flushAll(clock.nanos());
            pipelines.requireNoJobBehind();
            Map<String, Archivable> parts = parts();
            parts.putAll(change.pending());
            durability.checkpoint(ticking.tick(), shards(), parts, definitions);
        }
    }

    /** As {@link Graph#pin}. */
    Optional<PinnedCheckpoint> pin() {
        ticking.requireWhole();
        durability.sync();
        pipelines.flushAll(clock.nanos());
        pipelines.requireNoJobBehind();
        if (tables.isHolding()) {
            throw LeatException.of(ErrorCode.DISK_FULL, "sources wait because the disk is full")
                    .hint("Free some space and try again.");
        }
        return durability.pin(ticking.tick(), shards(), parts());
    }

    private int shards() {
        return circuit.context().shards().count();
    }

    private Map<String, Archivable> parts() {
        Map<String, Archivable> parts = new LinkedHashMap<>();
        tables.all().forEach(table -> parts.putAll(table.parts()));
        parts.putAll(pipelineParts());
        RelationPlaces places = places();
        if (!places.isEmpty()) {
            parts.put(RelationPlaces.PART, places);
        }
        GivenUpJobs givenUp = pipelines.givenUpJobs();
        if (!givenUp.isEmpty()) {
            parts.put(GivenUpJobs.PART, givenUp);
        }
        return parts;
    }

    private RelationPlaces places() {
        RelationPlaces places = new RelationPlaces();
        for (LivePipeline pipeline : pipelines.all()) {
            if (pipeline instanceof LiveView view) {
                Distribution place = circuit.distribution(view.name());
                if (!place.equals(view.root().distribution())) {
                    places.put(view.name(), place);
                }
            }
        }
        return places;
    }

    /** As {@link Graph#pipelineParts}. */
    Map<String, Archivable> pipelineParts() {
        Map<String, Archivable> parts = new LinkedHashMap<>();
        for (LivePipeline pipeline : pipelines.withThoseAside()) {
            if (pipeline.isKept()) {
                parts.put(pipeline.part(), pipeline);
                parts.putAll(Circuit.remembered(pipeline.root()));
            }
        }
        return parts;
    }
}
