package io.leat.shell.script;

import io.leat.engine.Session;
import java.time.Duration;

/** Waits for the pipelines that scripts started. */
public final class CompletionWait {
    private static final Duration STEP = Duration.ofMillis(200);

    private CompletionWait() {}

    /**
     * Waits until every view and job whose sources end by themselves has ended.
     *
     * @param sources asked meanwhile how far they have been read
     * @throws io.leat.core.error.LeatException if one of them failed, or if interrupted
     */
    public static void untilBoundedEnd(Session session, ProgressLine progress, SourceProgress sources) {
        progress.start(sources::text);
        try {
            boolean ended = session.awaitCompletion(STEP);
            while (!ended) {
                ended = session.awaitCompletion(STEP);
            }
        } finally {
            progress.stop();
        }
    }
}
