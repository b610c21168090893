package io.leat.engine.durable;

import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;

/**
 * Definitions that change together with a checkpoint: the checkpoint has what the new ones remember. Until the new script is
 * safe in its own file, the checkpoint has it too.
 */
public final class ChangedDefinitions implements Archivable {
    static final String PART = "definitions";
    private String before;
    private String after;

    /** The script of all definitions before and after the change. */
    public ChangedDefinitions(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** The script that counts if a script was found. */
    String script(String found) {
        return found.equals(before) ? after : found;
    }

    @Override
    public void archive(StateArchive archive) {
        before = archive.text(before);
        after = archive.text(after);
    }
}
