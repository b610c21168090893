package io.leat.engine.run;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.circuit.InputNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way out of a circuit: views, jobs and followed queries. One that fails stops alone. */
final class Pipelines {
    private static final Logger LOG = LoggerFactory.getLogger(Pipelines.class);
    private static final String GIVEN_UP = "; what it lacks is not kept any more: STOP JOB, and create it again";

    private final Map<String, LivePipeline> pipelines = new LinkedHashMap<>();
    /** Those that were replaced, and that take changes still, in case they are wanted back. */
    private final Map<String, LivePipeline> aside = new LinkedHashMap<>();

    /** Puts one in, and what it has beside it. */
    void put(LivePipeline pipeline) {
        pipelines.put(key(pipeline.name()), pipeline);
        pipeline.errors().ifPresent(this::put);
    }

    /** Takes one out, and what it has beside it. */
    LivePipeline remove(String name) {
        LivePipeline removed = pipelines.remove(key(name));
        removed.errors().ifPresent(errors -> remove(errors.name()));
        return removed;
    }

    /** Keeps one that was taken out and may be wanted back; until then it takes changes as before. */
    void setAside(LivePipeline pipeline) {
        aside.put(key(pipeline.name()), pipeline);
    }

    LivePipeline takeBack(String name) {
        return aside.remove(key(name));
    }

    /** Those that were set aside, which nobody wants back. */
    List<LivePipeline> forgetAside() {
        List<LivePipeline> forgotten = List.copyOf(aside.values());
        aside.clear();
        return forgotten;
    }

    Optional<LivePipeline> get(String name) {
        return Optional.ofNullable(pipelines.get(key(name)));
    }

    List<LivePipeline> all() {
        return new ArrayList<>(pipelines.values());
    }

    /** Those that were replaced and may be wanted back, and behind them all others. */
    List<LivePipeline> withThoseAside() {
        List<LivePipeline> all = new ArrayList<>();
        for (LivePipeline old : aside.values()) {
            all.add(old);
            old.errors().ifPresent(all::add);
        }
        all.addAll(pipelines.values());
        return all;
    }

    void clear() {
        pipelines.clear();
    }

    /** The tables that any of them reads. */
    Set<InputNode> inputs() {
        Set<InputNode> inputs = new HashSet<>();
        withThoseAside().forEach(pipeline -> inputs.addAll(pipeline.inputs()));
        return inputs;
    }

    /** Gives each the change of a tick. */
    void publish(long tick) {
        for (LivePipeline pipeline : withThoseAside()) {
            try {
                pipeline.publish(tick);
            } catch (RuntimeException e) {
                failWithReaders(pipeline, asLeatException(e));
            }
        }
    }

    /** Stops one, and those that read it. */
    private void failWithReaders(LivePipeline pipeline, LeatException reason) {
        pipeline.fail(reason);
        if (pipeline instanceof LiveView
                && get(pipeline.name()).filter(pipeline::equals).isPresent()) {
            for (LivePipeline reader : readersOf(pipeline.name())) {
                reader.fail(reason);
                followersOf(reader.name()).forEach(follower -> follower.fail(reason));
            }
            followersOf(pipeline.name()).forEach(reader -> reader.fail(reason));
        }
    }

    private Stream<LiveJob> jobs() {
        return pipelines.values().stream().filter(LiveJob.class::isInstance).map(LiveJob.class::cast);
    }

    private List<LiveJob> running() {
        return jobs().filter(job -> !job.isBroken()).toList();
    }

    /** Makes visible outside what jobs have written, if it is time. */
    void flush(boolean idle, long nanos) {
        eachAlone(job -> job.flushIfDue(idle, nanos));
    }

    /** Makes visible outside what jobs have written. */
    void flushAll(long nanos) {
        eachAlone(job -> job.flush(nanos));
    }

    /** The definitions of all of them are safe. */
    void setDefined() {
        eachAlone(LiveJob::setDefined);
    }

    /** Does something with each job that has not failed; one that it goes wrong for fails, and no other. */
    private void eachAlone(Consumer<LiveJob> work) {
        for (LiveJob job : running()) {
            try {
                work.accept(job);
            } catch (RuntimeException e) {
                job.fail(asLeatException(e));
            }
        }
    }

    /**
     * Makes visible outside what jobs have written that have not failed.
     *
     * @param which of which jobs
     * @throws LeatException why that is not possible for one; it has failed then
     */
    void flushOrFail(Predicate<LiveJob> which, long nanos) {
        running().stream().filter(which).forEach(job -> {
            try {
                job.flush(nanos);
            } catch (RuntimeException e) {
                job.fail(asLeatException(e));
                throw e;
            }
        });
    }

    /** Whether a job could not write everything that it should have. */
    boolean isAnyJobBehind() {
        return jobs().anyMatch(LiveJob::isBehind);
    }

    /**
     * Jobs that have failed and have held checkpoints back for too long stand for good from now on.
     *
     * @param noted how much the journal has grown until now
     * @param isTooLong whether what was noted since another such moment is too much
     */
    void giveUpFailedJobs(long noted, LongPredicate isTooLong) {
        jobs().filter(job -> job.isHoldingBack(noted, isTooLong)).forEach(job -> {
            LeatException reason = job.failure().get();
            job.giveUp(LeatException.of(reason.code(), reason.getMessage() + GIVEN_UP, reason));
            LOG.warn("job {} has stood for so long that it is given up: {}", job.name(), reason.getMessage());
        });
    }

    /** The jobs that stand for good. */
    GivenUpJobs givenUpJobs() {
        GivenUpJobs given = new GivenUpJobs();
        jobs().filter(LiveJob::isGivenUp).forEach(given::put);
        return given;
    }

    /** Lets jobs stand that stood when a checkpoint was taken. */
    void giveUp(GivenUpJobs stood) {
        jobs().forEach(job -> stood.reason(job.part()).ifPresent(job::giveUp));
    }

    /**
     * Checks that every sink has everything.
     *
     * @throws LeatException NOT_ALLOWED naming a job that stands
     */
    void requireNoJobBehind() {
        jobs().filter(LiveJob::isBehind).findFirst().ifPresent(job -> {
            throw LeatException.of(
                            ErrorCode.NOT_ALLOWED,
                            "the database cannot be copied while job \"" + job.name() + "\" stands")
                    .hint("leat.jobs says why it stands. STOP JOB takes it out.");
        });
    }

    static LeatException asLeatException(RuntimeException e) {
        return e instanceof LeatException leat ? leat : LeatException.internal("in a connector", e);
    }

    /** Stops those that read a table, whose source brings nothing more. */
    void failReaders(InputNode input, LeatException reason) {
        withThoseAside().stream()
                .filter(pipeline -> pipeline.inputs().contains(input))
                .forEach(pipeline -> pipeline.stop(reason));
    }

    /** Stops all of them. */
    void fail(LeatException reason) {
        withThoseAside().forEach(pipeline -> pipeline.fail(reason));
    }

    /** Names of the followed queries whose reader has gone, or that have ended. */
    List<String> abandoned() {
        return pipelines.values().stream()
                .filter(pipeline -> pipeline instanceof LiveQuery query && (query.isAbandoned() || query.isEnded()))
                .map(LivePipeline::name)
                .toList();
    }

    /** The views and jobs that read a relation, or what is beside it, directly or through others. */
    List<LivePipeline> readersOf(String relation) {
        List<LivePipeline> readers = new ArrayList<>();
        for (LivePipeline pipeline : pipelines.values()) {
            boolean reads =
                    reads(pipeline, relation) || readers.stream().anyMatch(reader -> reads(pipeline, reader.name()));
            boolean beside = pipeline instanceof LiveView view && view.isBesideAnother();
            if (reads && !beside && !(pipeline instanceof LiveQuery)) {
                readers.add(pipeline);
            }
        }
        return readers;
    }

    private static boolean reads(LivePipeline pipeline, String relation) {
        return PipelineBuilder.reads(pipeline.plan(), relation)
                || PipelineBuilder.reads(pipeline.plan(), relation + DivertedTables.ERRORS);
    }

    /** The followed queries that read a relation, or what is beside it. */
    List<LivePipeline> followersOf(String relation) {
        return pipelines.values().stream()
                .filter(pipeline -> pipeline instanceof LiveQuery && reads(pipeline, relation))
                .toList();
    }

    /** Whether a reader of changes has more waiting than it should. */
    boolean isFull() {
        return pipelines.values().stream().anyMatch(LivePipeline::isFull);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
