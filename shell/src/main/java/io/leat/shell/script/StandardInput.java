package io.leat.shell.script;

import io.leat.engine.editing.SqlText;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/**
 * Cuts piped input into scripts that can run: everything that is there at once, and as soon as the last statement of it is
 * whole. A program that writes statements one by one sees each run when it has been written.
 */
public final class StandardInput {
    private final BufferedReader reader;
    private int lines;

    /** Cuts what a reader gives. */
    public StandardInput(BufferedReader reader) {
        this.reader = reader;
    }

    /**
     * The next statements, with as many empty lines before them as were read before, so that errors show the right line.
     * Empty at the end.
     *
     * @throws IOException if reading fails
     */
    public Optional<String> next() throws IOException {
        StringBuilder script = new StringBuilder("\n".repeat(lines));
        int before = script.length();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            script.append(line).append('\n');
            lines++;
            if (!reader.ready() && SqlText.state(script.toString()) == SqlText.State.COMPLETE) {
                return Optional.of(script.toString());
            }
        }
        return script.length() == before ? Optional.empty() : Optional.of(script.toString());
    }
}
