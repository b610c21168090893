package io.leat.engine.statement;

import io.leat.core.connector.Boundedness;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.database.Database;
import io.leat.engine.run.Graph;
import io.leat.engine.run.LivePipeline;
import io.leat.engine.run.LiveTable;
import io.leat.engine.run.SourceTable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the pipelines that end by themselves. */
public final class Completion {

    private Completion() {}

    /**
     * Waits until every view and job whose sources are all bounded has ended.
     *
     * @return whether they have, within that time
     * @throws LeatException what failed, if one of them did
     */
    public static boolean await(Database database, Duration timeout) {
        Graph graph = database.graph();
        CompletableFuture<Void> reached =
                database.loop().when(() -> graph.pipelines().stream().allMatch(pipeline -> isSettled(graph, pipeline)));
        try {
            reached.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LeatException.of(ErrorCode.CANCELED, "interrupted while waiting for pipelines to end", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LeatException leat ? leat : LeatException.internal("while waiting", e);
        } finally {
            reached.cancel(false);
        }
    }

    /** Whether it has ended, or nothing that it reads ends by itself and is still to be read. */
    private static boolean isSettled(Graph graph, LivePipeline pipeline) {
        pipeline.failure().ifPresent(reason -> {
            throw reason;
        });
        return pipeline.isEnded()
                || pipeline.inputs().stream().anyMatch(input -> isUnbounded(graph.table(input.relation())))
                || pipeline.inputs().stream().noneMatch(input -> isReading(graph.table(input.relation())));
    }

    private static boolean isUnbounded(LiveTable table) {
        return table instanceof SourceTable source && source.boundedness() == Boundedness.UNBOUNDED;
    }

    private static boolean isReading(LiveTable table) {
        return table instanceof SourceTable source && !source.isEnded();
    }
}
