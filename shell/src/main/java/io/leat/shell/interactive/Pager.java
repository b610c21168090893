package io.leat.shell.interactive;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;

/** Shows a long text page by page; {@code q} leaves, {@code /} searches, {@code h} helps. */
final class Pager {
    private static final String KEYS = "q leaves, / searches, space goes on";

    private Pager() {}

    static void show(Terminal terminal, Path directory, String text) {
        Less less = new Less(terminal, directory).defaultPrompt(KEYS);
        less.chopLongLines = true;
        less.quitIfOneScreen = true;
        try {
            less.run(new Text(text));
        } catch (IOException e) {
            throw LeatException.of(ErrorCode.INPUT_OUTPUT, "the terminal cannot be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A text in memory, as the pager reads it. */
    private record Text(String text) implements Source {
        @Override
        public String getName() {
            return KEYS;
        }

        @Override
        public InputStream read() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Long lines() {
            return text.lines().count();
        }
    }
}
