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
     * @throws io.leat.core.error.LeatException if one of them failed, or if interrupted
     */
    public static void untilBoundedEnd(Session session, ProgressLine progress) {
        progress.start();
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
