package io.leat.tests.benchmark;

import io.leat.tests.kafka.KafkaBroker;
import io.leat.tests.nexmark.NexmarkData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The events of a benchmark where its tables look for them, as long as it runs.
 *
 * @param place the directory or the broker's address; {@code -} where nothing had to be written
 * @param closing what takes it away
 */
record BenchData(String place, Runnable closing) implements AutoCloseable {

    /** Files that are there already, and stay. */
    static BenchData there(Path directory) {
        return new BenchData(directory.toAbsolutePath().toString(), () -> {});
    }

    /** Writes the events in so many files or partitions. */
    static BenchData prepare(BenchSource source, NexmarkData events, int parts) throws IOException {
        BenchData data = switch (source) {
            case NEXMARK -> new BenchData("-", () -> {});
            case JSON, CSV, ARROW -> {
                Path directory = Files.createTempDirectory("leat-bench-");
                yield new BenchData(directory.toString(), () -> delete(directory));
            }
            case KAFKA -> {
                KafkaBroker broker = KafkaBroker.start(0);
                yield new BenchData(broker.address(), broker::close);
            }
        };
        source.write(events, data.place(), parts);
        return data;
    }

    /** Deletes a directory and everything in it. */
    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
