package io.leat.shell.script;

import io.leat.engine.progress.OpeningProgress;
import java.util.function.Consumer;

/** What to say while a database is being opened. Safe from any thread. */
public final class OpeningText implements Consumer<OpeningProgress> {
    private static final String OPENING = "opening the database";
    private volatile String text = OPENING;

    @Override
    public void accept(OpeningProgress progress) {
        text = OPENING + ", " + progress;
    }

    /** One line such as {@code opening the database, reading state: 512.0 of 1,024.0 MB, 50 %, 2 s}. */
    public String text() {
        return text;
    }
}
