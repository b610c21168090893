package io.leat.tests.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.engine.Leat;
import io.leat.engine.Row;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/kafka.md says of computing again: another table over the same topic, another view, and a swap. */
class KafkaReplayTest {
    private static final String TOTALS = "SELECT k, n FROM totals ORDER BY k";

    @TempDir
    Path directory;

    private String address;
    private String topic;
    private Topics topics;

    @BeforeEach
    void produce() {
        address = KafkaBroker.shared().address();
        topics = new Topics(address);
        topic = KafkaFixture.newTopic("replay");
        topics.create(topic, 2);
        for (int i = 0; i < 10; i++) {
            send(i % 2, 1_000L + i, "a");
        }
        topics.flush();
    }

    @AfterEach
    void stop() {
        topics.close();
    }

    private void send(int partition, long millis, String key) {
        byte[] value = Topics.bytes("{\"k\":\"" + key + "\"}");
        topics.send(new ProducerRecord<>(topic, partition, millis, null, value));
    }

    private String table(String name, String startup) {
        return "CREATE TABLE " + name + " (k STRING) WITH ('connector' = 'kafka', 'topic' = '" + topic
                + "', 'properties.bootstrap.servers' = '" + address + "', 'format' = 'json'" + startup + ")";
    }

    private static List<List<Object>> rows(Leat leat, String sql) {
        return leat.query(sql).rows().stream().map(Row::values).toList();
    }

    private Leat begin() {
        Leat leat = Leat.open(directory.resolve("db"));
        leat.execute(table("bids", ""));
        leat.execute("CREATE MATERIALIZED VIEW totals_1 AS SELECT k, COUNT(*) AS n FROM bids GROUP BY k");
        leat.execute("CREATE VIEW totals AS SELECT * FROM totals_1");
        return leat;
    }

    private void replay(Leat leat, String startup, long expected) {
        assertEquals(List.of(List.of("a", 10L)), rows(leat, TOTALS));
        leat.execute(table("bids_again", startup));
        leat.execute(
                "CREATE MATERIALIZED VIEW totals_2 AS SELECT UPPER(k) AS k, COUNT(*) AS n FROM bids_again GROUP BY 1");
        leat.execute("FLUSH");
        assertEquals(List.of(List.of("a", 10L)), rows(leat, TOTALS));
        leat.execute("CREATE OR REPLACE VIEW totals AS SELECT * FROM totals_2");
        assertEquals(List.of(List.of("A", expected)), rows(leat, TOTALS));
        leat.execute("DROP VIEW totals_1");
        leat.execute("DROP TABLE bids");
        send(0, 2_000L, "b");
        send(1, 2_000L, "a");
        topics.flush();
        assertEquals(List.of(List.of("A", expected + 1), List.of("B", 1L)), rows(leat, TOTALS));
    }

    @Test
    void fromATime() {
        try (Leat leat = begin()) {
            replay(leat, ", 'scan.startup.mode' = 'timestamp', 'scan.startup.timestamp-millis' = '1006'", 4);
        }
        try (Leat leat = Leat.open(directory.resolve("db"))) {
            assertEquals(List.of(List.of("A", 5L), List.of("B", 1L)), rows(leat, TOTALS));
            assertEquals(List.of(List.of("bids_again")), rows(leat, "SHOW TABLES"));
        }
    }

    @Test
    void fromOffsets() {
        try (Leat leat = begin()) {
            replay(
                    leat,
                    ", 'scan.startup.mode' = 'specific-offsets',"
                            + " 'scan.startup.specific-offsets' = 'partition:0,offset:2;partition:1,offset:5'",
                    3);
        }
    }

    @Test
    void fromTheBeginning() {
        try (Leat leat = begin()) {
            replay(leat, "", 10);
        }
    }
}
