package io.leat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The embedded API on the shortest way through every room. */
class LeatTest {

    @Test
    void aViewFollowsItsTable() {
        try (Leat leat = Leat.open()) {
            leat.execute("CREATE TABLE t (k STRING, v INT)");
            leat.execute("CREATE MATERIALIZED VIEW sums AS SELECT k, SUM(v) AS total FROM t GROUP BY k");
            leat.execute("INSERT INTO t VALUES ('a', 1), ('b', 2), ('a', 3)");
            assertEquals(
                    List.of(List.of("a", 4), List.of("b", 2)),
                    leat.query("SELECT * FROM sums ORDER BY k").rows().stream()
                            .map(Row::values)
                            .toList());
        }
    }

    @Test
    void aSystemTableIsDescribed() {
        try (Leat leat = Leat.open()) {
            assertEquals(
                    "[name, STRING, yes, , ]",
                    leat.execute("DESCRIBE leat.jobs").next().orElseThrow().toString());
        }
    }
}
