package io.leat.core.connector;

import io.leat.core.limit.Limits;
import io.leat.core.time.Clock;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a sink may use of the engine that opens it.
 *
 * @param directory what relative paths are relative to
 * @param console where connector {@code print} writes its lines
 */
public record SinkContext(Clock clock, Limits limits, Path directory, Consumer<String> console) {}
