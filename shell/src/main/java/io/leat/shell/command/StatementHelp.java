package io.leat.shell.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The help about statements: each topic begins with a line {@code == TOPIC} in the file {@code statements.txt}. */
public final class StatementHelp {
    private static final String FILE = "statements.txt";
    private static final Map<String, String> TEXTS = read();

    private StatementHelp() {}

    /** The statements that there is help about. */
    public static List<String> topics() {
        return List.copyOf(TEXTS.keySet());
    }

    /** The help about one of them: how it is written, and an example. */
    public static String text(String topic) {
        return TEXTS.get(topic);
    }

    private static Map<String, String> read() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String part : file().split("(?m)^== ")) {
            if (!part.isBlank()) {
                int end = part.indexOf('\n');
                texts.put(
                        part.substring(0, end).strip(), part.substring(end + 1).stripTrailing());
            }
        }
        return texts;
    }

    private static String file() {
        try (InputStream stream = StatementHelp.class.getResourceAsStream(FILE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
