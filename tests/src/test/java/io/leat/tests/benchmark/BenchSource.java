package io.leat.tests.benchmark;

import io.leat.tests.nexmark.NexmarkData;
import java.nio.file.Path;

/** Where the events come from. */
enum BenchSource {
    /** Generated as they are read. */
    NEXMARK("nexmark"),
    /** Lines of JSON. */
    JSON("filesystem"),
    /** Lines of CSV. */
    CSV("filesystem"),
    /** Arrow IPC. */
    ARROW("filesystem"),
    /** JSON in topics of a broker. */
    KAFKA("kafka");

    static final long SEED = 1;

    private static final String TOPICS = "bench-";

    private final String connector;

    BenchSource(String connector) {
        this.connector = connector;
    }

    /** The connector of the tables. */
    String connector() {
        return connector;
    }

    /** Whether it reads files. */
    boolean hasFiles() {
        return connector.equals("filesystem");
    }

    private String format() {
        return switch (this) {
            case CSV -> "csv";
            case ARROW -> "arrow";
            default -> "json";
        };
    }

    /**
     * The script of the tables.
     *
     * @param place the directory or the broker's address
     */
    String tables(NexmarkData data, String place) {
        return switch (this) {
            case NEXMARK -> data.generated();
            case JSON, CSV, ARROW -> data.inFiles(Path.of(place), format());
            case KAFKA -> data.inTopics(place, TOPICS, format());
        };
    }

    /** Writes the events where the tables will look for them, in so many parts. */
    void write(NexmarkData data, String place, int parts) {
        switch (this) {
            case NEXMARK -> {}
            case JSON, CSV -> data.writeFiles(Path.of(place), format(), parts);
            case ARROW -> data.writeArrow(Path.of(place));
            case KAFKA -> data.writeTopics(place, TOPICS, format(), parts);
        }
    }
}
