package io.leat.engine;

import io.leat.core.error.LeatException;

/** What to say when something that a database directory defines cannot be made again. */
final class Restoring {
    private static final int SHOWN_CHARACTERS_MAX = 60;

    private Restoring() {}

    static LeatException failed(ScriptStatement statement, LeatException reason) {
        String text = statement.text().strip().replaceAll("\\s+", " ");
        String shown = text.length() > SHOWN_CHARACTERS_MAX ? text.substring(0, SHOWN_CHARACTERS_MAX) + "..." : text;
        LeatException failure = LeatException.of(
                        reason.code(), "the database cannot be opened: " + shown + ": " + reason.getMessage(), reason)
                .hint(reason.hint().orElse("Put right what it needs, or take the statement out of catalog.sql."));
        return reason.detail().map(failure::detail).orElse(failure);
    }
}
