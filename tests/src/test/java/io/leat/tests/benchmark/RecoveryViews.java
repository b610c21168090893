package io.leat.tests.benchmark;

/** Views that remember much: for each pair of an auction and a bidder what was bid, and all bids with their auctions. */
final class RecoveryViews {
    static final String SCRIPT = """
            CREATE MATERIALIZED VIEW pairs AS
            SELECT auction, bidder, COUNT(*) AS bids, MIN(price) AS lowest, MAX(price) AS highest, SUM(price) AS paid
            FROM bid GROUP BY auction, bidder;

            CREATE MATERIALIZED VIEW totals AS SELECT COUNT(*) AS pairs, SUM(bids) AS bids FROM pairs;

            CREATE MATERIALIZED VIEW expanded AS
            SELECT a.category, b.extra, COUNT(*) AS bids
            FROM bid b JOIN auction a ON b.auction = a.id AND b.price > a.initialBid
            GROUP BY a.category, b.extra;
            """;

    private static final int ROUND = 50;
    private static final int OTHERS = 4;

    private RecoveryViews() {}

    /** How many of so many events are bids: the first in each round of 50 is a person, the next three are auctions. */
    static long bids(long events) {
        return events / ROUND * (ROUND - OTHERS) + Math.max(0, events % ROUND - OTHERS);
    }
}
