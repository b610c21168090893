package io.leat.core.connector;

import io.leat.core.limit.Limits;
import io.leat.core.time.Clock;
import java.nio.file.Path;

/**
 * What a source may use of the engine that opens it.
 *
 * @param directory what relative paths are relative to
 */
public record SourceContext(Clock clock, Limits limits, Path directory) {}
