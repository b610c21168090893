package io.leat.parser.statement;

import java.util.Optional;

/**
 * {@code SET name = value}, {@code SET 'name' = 'value'}; {@code SET name} shows it, {@code SET} shows all.
 *
 * @param name which setting; empty means all
 * @param value what it becomes; empty means to show it
 */
public record SetSetting(Optional<ObjectName> name, Optional<String> value) implements Statement {}
