package io.leat.core.connector;

import io.leat.core.limit.Limits;
import io.leat.core.time.Clock;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a sink may use of the engine that opens it.
 *
 * @param directory what relative paths are relative to
 * @param console where connector {@code print} writes its lines
 * @param identity the name under which the engine asks again for the last tick after a restart, and which no other sink
 *     has; empty if the engine forgets where it was, so that the sink may as well write at least once
 */
public record SinkContext(
        Clock clock, Limits limits, Path directory, Consumer<String> console, Optional<String> identity) {

    /** What a sink may use of an engine that keeps no progress. */
    public SinkContext(Clock clock, Limits limits, Path directory, Consumer<String> console) {
        this(clock, limits, directory, console, Optional.empty());
    }

    /** The same for a sink whose progress is kept. */
    public SinkContext withIdentity(String name) {
        return new SinkContext(clock, limits, directory, console, Optional.of(name));
    }
}
