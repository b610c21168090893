package io.leat.parser.statement;

/**
 * {@code EXPORT DATABASE TO 'directory'}: copies the database as it is now, while it runs.
 *
 * @param directory the path as it was written
 */
public record ExportDatabase(String directory) implements Statement {}
