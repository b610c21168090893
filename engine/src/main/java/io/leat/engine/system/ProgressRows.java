package io.leat.engine.system;

import io.leat.engine.progress.Progress;
import io.leat.engine.progress.ReadingProgress;
import io.leat.engine.progress.Step;
import io.leat.engine.run.CatchUp;
import io.leat.engine.run.Graph;
import io.leat.engine.run.LiveJob;
import io.leat.engine.run.LivePipeline;
import io.leat.engine.run.LiveView;
import io.leat.engine.run.SourceTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What {@code leat.progress} shows: statements that take long, and views and jobs that catch up with their sources. */
final class ProgressRows {
    private final Graph graph;

    ProgressRows(Graph graph) {
        this.graph = graph;
    }

    List<Object[]> of(List<Progress> statements) {
        List<Object[]> rows = new ArrayList<>();
        statements.stream()
                .filter(progress -> progress.step() != Step.RUNNING)
                .sorted(Comparator.comparing(Progress::elapsed).reversed())
                .forEach(progress -> rows.add(row(progress)));
        for (LivePipeline pipeline : graph.pipelines()) {
            boolean shown = pipeline instanceof LiveView view && !view.isBesideAnother() || pipeline instanceof LiveJob;
            if (shown && !pipeline.isEnded()) {
                catchingUp(pipeline).forEach(progress -> rows.add(row(progress)));
            }
        }
        return rows;
    }

    private static Object[] row(Progress progress) {
        return new Object[] {
            progress.kind(),
            progress.name().isEmpty() ? null : progress.name(),
            progress.step().toString(),
            progress.rows(),
            progress.percent().isEmpty()
                    ? null
                    : (Object) (long) progress.percent().getAsInt(),
            progress.rowsPerSecond(),
            progress.elapsed().toMillis()
        };
    }

    /** Nothing if all its sources have been read as far as they went when they were first read. */
    private Stream<Progress> catchingUp(LivePipeline pipeline) {
        ReadingProgress all = ReadingProgress.NOTHING;
        Duration longest = Duration.ZERO;
        boolean behind = false;
        for (SourceTable source : graph.sourcesOf(pipeline)) {
            if (source.catchUp().isPresent()) {
                CatchUp catchUp = source.catchUp().get();
                behind = true;
                all = all.and(catchUp.progress(source.reader().orElseThrow()));
                Duration elapsed = catchUp.elapsed(graph.nanos());
                longest = elapsed.compareTo(longest) > 0 ? elapsed : longest;
            }
        }
        String kind = pipeline instanceof LiveView ? "view" : "job";
        long rate = Progress.rate(all.rows(), longest);
        return behind
                ? Stream.of(
                        new Progress(kind, pipeline.name(), Step.CATCHING_UP, all.rows(), all.percent(), rate, longest))
                : Stream.empty();
    }
}
