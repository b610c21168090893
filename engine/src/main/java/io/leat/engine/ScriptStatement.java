package io.leat.engine;

import io.leat.grammar.ScriptPart;
import io.leat.grammar.ScriptSplitter;
import java.util.List;

/** One statement of a script, not yet read: its text and where it stands, so that errors show their place in the script. */
public final class ScriptStatement {
    private final ScriptPart part;

    private ScriptStatement(ScriptPart part) {
        this.part = part;
    }

    /** The statements of a script, in order; semicolons inside quotes, comments and statement sets do not end one. */
    public static List<ScriptStatement> split(String script) {
        return ScriptSplitter.split(script).stream().map(ScriptStatement::new).toList();
    }

    ScriptPart part() {
        return part;
    }

    /** Exactly what was written, without the semicolon. */
    public String text() {
        return part.text();
    }

    /** The script that it is part of. */
    public String script() {
        return part.script();
    }

    /** Whether a semicolon ended it. */
    public boolean isTerminated() {
        return part.terminated();
    }
}
