package io.leat.tests.exactly;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the database that is killed defines: windows, a join and a top-n over two topics, and six sinks. */
final class Definitions {
    /** The topic of orders, with event time. */
    static final String ORDERS = "orders";

    /** The topic of payments, for most orders one. */
    static final String PAYMENTS = "payments";

    /** The topics that are written. */
    static final List<String> SINKS = List.of("totals_out", "whole_out", "top_out", "window_out");

    /** How far event time stays behind the latest row. */
    static final Duration DELAY = Duration.ofSeconds(5);

    /** The size of the windows. */
    static final Duration WINDOW = Duration.ofSeconds(10);

    /** How many places the top-n has. */
    static final int PLACES = 5;

    /** The directory that is written, below the one given to {@link #script}. */
    static final String FILES = "paid";

    /** The file that is written, below the one given to {@link #script}. */
    static final String FILE = "paid.csv";

    private Definitions() {}

    /** The statements that make what is not there yet. */
    static String script(String address, Path files) {
        String kafka = "'properties.bootstrap.servers' = '" + address + "'";
        String append = "'connector' = 'kafka', 'format' = 'json', " + kafka;
        String upsert = "'connector' = 'upsert-kafka', 'key.format' = 'json', 'value.format' = 'json', " + kafka;
        return String.join(
                ";\n",
                "SET checkpoint.interval = 700",
                table("orders (id BIGINT, k STRING, amount BIGINT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '"
                        + DELAY.toSeconds() + "' SECOND) WITH ('topic' = 'orders', " + append + ")"),
                table("payments (id BIGINT, paid BIGINT) WITH ('topic' = 'payments', " + append + ")"),
                view("totals AS SELECT k, COUNT(*) AS n, SUM(amount) AS total FROM orders GROUP BY k"),
                view("whole AS SELECT 1 AS one, COUNT(*) AS n, SUM(amount) AS total FROM orders"),
                view("top AS SELECT place, k, total FROM (SELECT k, total, ROW_NUMBER() OVER (ORDER BY total DESC, k)"
                        + " AS place FROM totals) WHERE place <= " + PLACES),
                view("per_window AS SELECT window_start, k, COUNT(*) AS n, SUM(amount) AS total"
                        + " FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '" + WINDOW.toSeconds()
                        + "' SECOND)) GROUP BY window_start, window_end, k EMIT FINAL"),
                view("paid AS SELECT o.id, o.k, o.amount, p.paid FROM orders o JOIN payments p ON o.id = p.id"),
                table("totals_out (k STRING, n BIGINT, total BIGINT, PRIMARY KEY (k) NOT ENFORCED)"
                        + " WITH ('topic' = 'totals_out', " + upsert + ")"),
                table("whole_out (one INT, n BIGINT, total BIGINT, PRIMARY KEY (one) NOT ENFORCED)"
                        + " WITH ('topic' = 'whole_out', " + upsert + ")"),
                table("top_out (place BIGINT, k STRING, total BIGINT, PRIMARY KEY (place) NOT ENFORCED)"
                        + " WITH ('topic' = 'top_out', " + upsert + ")"),
                table("window_out (window_start TIMESTAMP(3), k STRING, n BIGINT, total BIGINT)"
                        + " WITH ('topic' = 'window_out', " + append + ")"),
                table("paid_out (id BIGINT, k STRING, amount BIGINT, paid BIGINT) WITH ('connector' = 'filesystem',"
                        + " 'path' = '" + files.resolve(FILES) + "', 'format' = 'json')"),
                table("paid_file (id BIGINT, k STRING, amount BIGINT, paid BIGINT) WITH ('connector' = 'filesystem',"
                        + " 'path' = '" + files.resolve(FILE) + "', 'format' = 'csv')"),
                job("totals_out", "totals"),
                job("whole_out", "whole"),
                job("top_out", "top"),
                job("window_out", "per_window"),
                job("paid_out", "paid"),
                job("paid_file", "paid"),
                "");
    }

    private static String table(String rest) {
        return "CREATE TABLE IF NOT EXISTS " + rest;
    }

    private static String view(String rest) {
        return "CREATE MATERIALIZED VIEW IF NOT EXISTS " + rest;
    }

    private static String job(String sink, String view) {
        return "CREATE JOB IF NOT EXISTS write_" + sink + " AS INSERT INTO " + sink + " SELECT * FROM " + view;
    }
}
