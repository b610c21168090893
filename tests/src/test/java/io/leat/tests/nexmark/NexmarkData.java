package io.leat.tests.nexmark;

import io.leat.tests.kafka.Topics;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The events that queries run over: how many, and of which seed.
 *
 * @param events how many in all three tables
 * @param seed another one gives other events
 * @param rate how many of them happen in a second of event time
 */
public record NexmarkData(long events, long seed, long rate) {
    /** The rate of the published benchmark. */
    public static final long USUAL_RATE = 10_000;

    /** The script of tables that generate the events. */
    public String generated() {
        return NexmarkScripts.tables(table -> "'connector' = 'nexmark', 'table' = '" + table + "', 'events' = '"
                + events + "', 'seed' = '" + seed + "', 'event-time.rate' = '" + rate + "'");
    }

    /**
     * The script of tables over files that {@link #writeFiles} wrote, or over others: {@code TABLE.FORMAT} in the directory
     * is the file of a table, else {@code TABLE} the directory of its files.
     */
    public String inFiles(Path directory, String format) {
        return NexmarkScripts.tables(table -> "'connector' = 'filesystem', 'path' = '" + file(directory, table, format)
                + "', 'format' = '" + format + "'");
    }

    private static Path file(Path directory, String table, String format) {
        Path file = directory.resolve(table + "." + format);
        return Files.exists(file) ? file : directory.resolve(table);
    }

    /** The script of tables over topics that {@link #writeTopics} filled; they end where the topics end now. */
    public String inTopics(String address, String prefix, String format) {
        return NexmarkScripts.tables(table -> "'connector' = 'kafka', 'topic' = '" + prefix + table
                + "', 'properties.bootstrap.servers' = '" + address
                + "', 'scan.startup.mode' = 'earliest-offset', 'scan.bounded.mode' = 'latest-offset', 'format' = '"
                + format + "'");
    }

    /** Writes each table into a file of its own, {@code TABLE.arrow}. */
    public void writeArrow(Path directory) {
        for (String table : NexmarkRows.TABLES) {
            try {
                NexmarkArrow.write(table, this, directory.resolve(table + ".arrow"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes each table into a directory of its own, in so many files, which are read one after the other. */
    public void writeFiles(Path directory, String format, int files) {
        for (String table : NexmarkRows.TABLES) {
            List<OutputStream> parts = new ArrayList<>();
            try {
                Path folder = Files.createDirectories(directory.resolve(table));
                for (int i = 0; i < files; i++) {
                    Path file = folder.resolve("part-" + i + "." + format);
                    parts.add(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
                }
                long rounds = events / NexmarkRows.ROUND + 1;
                NexmarkRecords.encode(
                        table,
                        format,
                        this,
                        (round, record) -> line(parts.get((int) (round * files / rounds)), record));
                for (OutputStream part : parts) {
                    part.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void line(OutputStream file, byte[] record) {
        try {
            file.write(record);
            file.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a topic for each table and sends its rows there, in so many partitions. */
    public void writeTopics(String address, String prefix, String format, int partitions) {
        try (Topics topics = new Topics(address)) {
            for (String table : NexmarkRows.TABLES) {
                String topic = prefix + table;
                topics.create(topic, partitions);
                long rounds = events / NexmarkRows.ROUND + 1;
                NexmarkRecords.encode(
                        table,
                        format,
                        this,
                        (round, record) ->
                                topics.send(new ProducerRecord<>(topic, (int) (round % partitions), null, record)));
            }
            topics.flush();
        }
    }
}
