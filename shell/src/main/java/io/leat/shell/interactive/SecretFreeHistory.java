package io.leat.shell.interactive;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/** The lines typed before, without those that may hold a secret. */
final class SecretFreeHistory extends DefaultHistory {
    private static final Pattern SECRET =
            Pattern.compile("(?i)password|passwd|secret|credential|token|sasl\\.jaas|api[._-]?key|access[._-]?key");

    @Override
    public void add(Instant time, String line) {
        if (!SECRET.matcher(line).find()) {
            super.add(time, line);
        }
    }
}
