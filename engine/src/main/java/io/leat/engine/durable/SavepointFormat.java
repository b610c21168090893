package io.leat.engine.durable;

import io.leat.executor.storage.Corruption;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file that says that a savepoint is there, as text: its name, tick, time and bytes, a line each. */
final class SavepointFormat {
    private static final Pattern CONTENT =
            Pattern.compile("leat savepoint 1\n([^\n]+)\n(\\d{1,18})\n(-?\\d{1,18})\n(\\d{1,18})\n");

    private SavepointFormat() {}

    static byte[] encode(Savepoint savepoint) {
        String content = "leat savepoint 1\n" + savepoint.name() + "\n" + savepoint.tick() + "\n" + savepoint.millis()
                + "\n" + savepoint.bytes() + "\n";
        return content.getBytes(StandardCharsets.UTF_8);
    }

    static Savepoint decode(byte[] content, String place) {
        Matcher matcher = CONTENT.matcher(new String(content, StandardCharsets.UTF_8));
        if (!matcher.matches()) {
            throw Corruption.of(place + " does not say which savepoint it is");
        }
        return new Savepoint(
                matcher.group(1),
                Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3)),
                Long.parseLong(matcher.group(4)));
    }
}
