package io.leat.tests.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.time.Clock;
import io.leat.engine.Leat;
import io.leat.engine.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views and jobs over topics while records come, the broker goes and comes back, and partitions are added. */
class KafkaViewTest {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();
    private static final String TOTALS = "SELECT k, n, s FROM totals ORDER BY k";

    private final Clock clock = Clock.system();
    private KafkaBroker broker;
    private Topics topics;
    private Leat leat;

    @BeforeEach
    void start() {
        broker = KafkaBroker.start(0);
        topics = new Topics(broker.address());
        topics.create("bids", 1);
        topics.create("totals", 1);
        leat = Leat.open();
        leat.execute(
                "CREATE TABLE bids (k STRING, v INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector'='kafka',"
                        + " 'topic'='bids', 'properties.bootstrap.servers'='" + broker.address() + "', 'format'='json',"
                        + " 'scan.topic-partition-discovery.interval'='200 ms')");
        leat.execute("CREATE TABLE sink (k STRING, n BIGINT, s INT, PRIMARY KEY (k) NOT ENFORCED) WITH ("
                + "'connector'='upsert-kafka', 'topic'='totals', 'properties.bootstrap.servers'='" + broker.address()
                + "', 'key.format'='json', 'value.format'='json', 'properties.max.block.ms'='120000')");
        leat.execute("CREATE MATERIALIZED VIEW totals AS SELECT k, COUNT(*) AS n, SUM(v) AS s FROM bids GROUP BY k");
        leat.execute("CREATE MATERIALIZED VIEW windows AS SELECT window_start, COUNT(*) AS n"
                + " FROM TABLE(TUMBLE(TABLE bids, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end"
                + " EMIT FINAL");
        leat.execute("INSERT INTO sink SELECT k, n, s FROM totals");
    }

    @AfterEach
    void stop() {
        leat.close();
        topics.close();
        broker.close();
    }

    private static List<String> bids(String key, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> String.format(
                        "{\"k\":\"%s\",\"v\":%d,\"ts\":\"2026-01-01 00:%02d:%02d\"}", key, i, i / 60, i % 60))
                .toList();
    }

    private List<List<Object>> rows(String sql) {
        return leat.query(sql).rows().stream().map(Row::values).toList();
    }

    /** Asks until the answer is there: a partition that is new must be found first. */
    private void eventually(List<List<Object>> expected, String sql) {
        long deadline = clock.nanos() + PATIENCE_NANOS;
        while (!rows(sql).equals(expected) && clock.nanos() < deadline) {
            Thread.onSpinWait();
        }
        assertEquals(expected, rows(sql));
    }

    @Test
    void viewsGoOnThroughARestartAndANewPartition() {
        topics.send("bids", 0, bids("a", 0, 100));
        assertEquals(List.of(List.of("a", 100L, 4950)), rows(TOTALS));
        assertEquals(1, rows("SELECT * FROM windows").size());

        broker.stop();
        leat.execute("SET read.mode = latest");
        assertEquals(List.of(List.of("a", 100L, 4950)), rows(TOTALS));
        leat.execute("RESET read.mode");
        broker.start();
        topics.send("bids", 0, bids("b", 100, 200));
        assertEquals(List.of(List.of("a", 100L, 4950), List.of("b", 100L, 14950)), rows(TOTALS));

        topics.grow("bids", 3);
        topics.send("bids", 2, bids("c", 200, 300));
        List<List<Object>> all =
                List.of(List.of("a", 100L, 4950), List.of("b", 100L, 14950), List.of("c", 100L, 24950));
        eventually(all, TOTALS);
        eventually(all, "SELECT k, n, s FROM sink ORDER BY k");
    }

    @Test
    void theGroupOfATableIsToldHowFarItHasCome() {
        topics.create("watched", 2);
        topics.send("watched", 0, List.of("a", "b", "c"));
        topics.send("watched", 1, List.of("d"));
        leat.execute("CREATE TABLE watched (line STRING) WITH ('connector'='kafka', 'topic'='watched', 'format'='raw',"
                + " 'properties.group.id'='lag', 'properties.bootstrap.servers'='" + broker.address() + "')");
        leat.execute("CREATE MATERIALIZED VIEW lines AS SELECT COUNT(*) AS n FROM watched");
        Map<TopicPartition, Long> expected =
                Map.of(new TopicPartition("watched", 0), 3L, new TopicPartition("watched", 1), 1L);
        long deadline = clock.nanos() + PATIENCE_NANOS;
        while (!topics.offsets("lag").equals(expected) && clock.nanos() < deadline) {
            Thread.onSpinWait();
        }
        assertEquals(expected, topics.offsets("lag"));
    }

    @Test
    void aRowThatCannotBeComputedSaysWhereItLies() {
        topics.create("shares", 2);
        topics.send("shares", 0, List.of("{\"v\":4}", "{\"v\":0}", "no json", "{\"v\":0}"));
        topics.send("shares", 1, List.of("{\"v\":1}", "{\"v\":2}", "{\"v\":0}"));
        leat.execute("CREATE TABLE shares (v INT) WITH ('connector'='kafka', 'topic'='shares', 'format'='json',"
                + " 'properties.bootstrap.servers'='" + broker.address() + "')");
        leat.execute("CREATE MATERIALIZED VIEW quotients AS SELECT 8 / v AS q FROM shares WHERE v < 4");
        String places = "SELECT source_partition, source_offset, message FROM quotients$errors"
                + " ORDER BY source_partition, source_offset";
        List<List<Object>> first = List.of(
                List.of("shares-0", 1L, "division by zero"),
                List.of("shares-0", 3L, "division by zero"),
                List.of("shares-1", 2L, "division by zero"));
        assertEquals(first, rows(places));
        topics.send("shares", 1, List.of("{\"v\":1}", "{\"v\":0}"));
        List<List<Object>> all = new ArrayList<>(first);
        all.add(List.of("shares-1", 4L, "division by zero"));
        eventually(all, places);
        assertEquals(
                List.of(List.of("shares-0", 2L)), rows("SELECT source_partition, source_offset FROM shares$errors"));
    }
}
