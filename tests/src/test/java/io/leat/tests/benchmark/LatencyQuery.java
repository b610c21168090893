package io.leat.tests.benchmark;

/** Queries whose rows say, in their last column, when they could be known at best. Results are final. */
enum LatencyQuery {
    /** Of each bid at its time. */
    q1("SELECT auction, bidder, 0.908 * price AS price, `dateTime` AS due FROM bid WHERE MOD(auction, 123) = 0"),

    /** The hot auctions of ten seconds, when these have ended. */
    q5("""
            SELECT counted.auction, counted.num, counted.window_end AS due
            FROM (
              SELECT auction, COUNT(*) AS num, window_start, window_end
              FROM TABLE(HOP(TABLE bid, DESCRIPTOR(`dateTime`), INTERVAL '2' SECOND, INTERVAL '10' SECOND))
              GROUP BY auction, window_start, window_end
            ) counted
            JOIN (
              SELECT MAX(num) AS most, window_start, window_end
              FROM (
                SELECT COUNT(*) AS num, window_start, window_end
                FROM TABLE(HOP(TABLE bid, DESCRIPTOR(`dateTime`), INTERVAL '2' SECOND, INTERVAL '10' SECOND))
                GROUP BY auction, window_start, window_end
              )
              GROUP BY window_start, window_end
            ) highest
            ON counted.window_start = highest.window_start AND counted.window_end = highest.window_end
              AND counted.num >= highest.most
            EMIT FINAL"""),

    /** The highest price of each second, when it has ended. */
    q7("""
            SELECT MAX(price) AS price, window_end AS due
            FROM TABLE(TUMBLE(TABLE bid, DESCRIPTOR(`dateTime`), INTERVAL '1' SECOND))
            GROUP BY window_start, window_end
            EMIT FINAL""");

    private final String sql;

    LatencyQuery(String sql) {
        this.sql = sql;
    }

    /** The query. */
    String sql() {
        return sql;
    }
}
