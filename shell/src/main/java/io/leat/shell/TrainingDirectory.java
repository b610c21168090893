package io.leat.shell;

import io.leat.engine.Leat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Does for {@link Training} what a database directory needs that is opened after a crash: reading back and replay. */
final class TrainingDirectory {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TABLES = """
            CREATE TABLE bid (auction BIGINT, bidder BIGINT, price BIGINT, `dateTime` TIMESTAMP(3), extra STRING,
              WATERMARK FOR `dateTime` AS `dateTime` - INTERVAL '4' SECOND)
            WITH ('connector' = 'nexmark', 'table' = 'bid', 'events' = '2000');
            CREATE TABLE auction (id BIGINT, `initialBid` BIGINT, category BIGINT)
            WITH ('connector' = 'nexmark', 'table' = 'auction', 'events' = '2000');
            CREATE TABLE limits (category BIGINT, most BIGINT, PRIMARY KEY (category) NOT ENFORCED);
            INSERT INTO limits VALUES (10, 1000);
            """;
    private static final String VIEWS = """
            CREATE MATERIALIZED VIEW pairs AS
            SELECT auction, bidder, COUNT(*) AS bids, MIN(price) AS lowest, MAX(price) AS highest, AVG(price) AS mean
            FROM bid GROUP BY auction, bidder;
            CREATE MATERIALIZED VIEW minutes AS
            SELECT window_start, auction, COUNT(*) AS bids
            FROM TABLE(TUMBLE(TABLE bid, DESCRIPTOR(`dateTime`), INTERVAL '10' SECOND)) GROUP BY window_start, auction;
            CREATE MATERIALIZED VIEW joined AS
            SELECT a.category, b.extra, COUNT(*) AS bids FROM bid AS b
            JOIN auction AS a ON b.auction = a.id AND b.price > a.`initialBid` GROUP BY a.category, b.extra;
            """;

    private TrainingDirectory() {}

    /** Makes a directory, and opens a copy that was made while it was open. */
    static void openAfterCrash(Console console) throws IOException {
        Path directory = Files.createTempDirectory("leat-training-");
        try {
            Path database = directory.resolve("database");
            try (Leat leat = Leat.open(database)) {
                leat.execute(TABLES + VIEWS);
                leat.awaitCompletion(PATIENCE);
            }
            Path crashed = directory.resolve("crashed");
            try (Leat leat = Leat.open(database)) {
                leat.execute("INSERT INTO limits VALUES (11, 2000)");
                copy(database, crashed);
            }
            Main.run(console, crashed.toString(), "-c", "SELECT COUNT(*) FROM pairs");
        } finally {
            delete(directory);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : below(from)) {
            Path copy = to.resolve(from.relativize(file));
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(file, copy);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        for (Path file :
                below(directory).stream().sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
        }
    }

    private static List<Path> below(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList();
        }
    }
}
