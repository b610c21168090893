package io.leat.parser.statement;

import java.util.Optional;

/**
 * {@code RESET name}, or {@code RESET} for all settings.
 *
 * @param name which setting; empty means all
 */
public record ResetSetting(Optional<ObjectName> name) implements Statement {}
