package io.leat.tests.benchmark;

import io.leat.core.type.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a query's rows go: nowhere, but for q10, which is about writing files into a directory for each minute.
 *
 * @param directory the files, as long as the run lasts
 */
record BenchSink(Optional<Path> directory) implements AutoCloseable {

    /** The sink of a query. */
    static BenchSink of(String query) {
        try {
            return new BenchSink(
                    query.equals("q10") ? Optional.of(Files.createTempDirectory("leat-bench-")) : Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The definition of table {@code sink} for rows of a schema. */
    String definition(Schema schema) {
        String columns = schema.fields().stream()
                .map(field -> "\"" + field.name() + "\" " + field.type().withNullable(true))
                .collect(Collectors.joining(", "));
        String rest = directory
                .map(path -> " PARTITIONED BY (dt, hm) WITH ('connector' = 'filesystem', 'path' = '" + path
                        + "', 'format' = 'csv')")
                .orElse(" WITH ('connector' = 'blackhole')");
        return "CREATE TABLE sink (" + columns + ")" + rest;
    }

    @Override
    public void close() {
        directory.ifPresent(BenchData::delete);
    }
}
