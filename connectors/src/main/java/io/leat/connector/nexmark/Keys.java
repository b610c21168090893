package io.leat.connector.nexmark;

/** Which persons and auctions there are by an event, and which of them is hot. */
final class Keys {
    static final int OPEN_AUCTIONS = 100;
    static final int AUCTIONS_PER_ROUND = 3;
    private static final int ACTIVE_PERSONS = 1_000;
    /** Bids and auctions may name a person or an auction that comes only soon. */
    private static final int LEAD = 10;
    /** One of so many ids in a row is hot. */
    private static final int HOT_STRIDE = 100;

    private static final long FIRST_ID = 1_000;

    private Keys() {}

    /** The id of the latest person by an event. */
    static long latestPerson(long event) {
        return FIRST_ID + event / NexmarkTable.ROUND;
    }

    /** The id of the latest auction by an event. */
    static long latestAuction(long event) {
        return FIRST_ID + auctionsBy(event) - 1;
    }

    private static long auctionsBy(long event) {
        // A round begins with its person; the auctions follow.
        return event / NexmarkTable.ROUND * AUCTIONS_PER_ROUND
                + Math.min(event % NexmarkTable.ROUND, AUCTIONS_PER_ROUND);
    }

    /** The person who sells the most at the time of an event. */
    static long hotSeller(long event) {
        return FIRST_ID + event / NexmarkTable.ROUND / HOT_STRIDE * HOT_STRIDE;
    }

    /** The person who bids the most at the time of an event. */
    static long hotBidder(long event) {
        return hotSeller(event) + 1;
    }

    /** Any of the persons who are active at the time of an event. */
    static long activePerson(long event, long bits) {
        return oldestPerson(event) + Draws.below(bits, activePersons(event));
    }

    /** The first of the persons who are active at the time of an event. */
    static long oldestPerson(long event) {
        return FIRST_ID + Math.max(event / NexmarkTable.ROUND + 1 - ACTIVE_PERSONS, 0);
    }

    /** How many persons are active at the time of an event, those included who come only soon. */
    static int activePersons(long event) {
        return (int) Math.min(event / NexmarkTable.ROUND + 1, ACTIVE_PERSONS) + LEAD;
    }

    /** The auction that most bids go to at the time of an event. */
    static long hotAuction(long event) {
        return FIRST_ID + (auctionsBy(event) - 1) / HOT_STRIDE * HOT_STRIDE;
    }

    /** The first of the auctions that are open at the time of an event. */
    static long oldestAuction(long event) {
        return Math.max(latestAuction(event) - OPEN_AUCTIONS, FIRST_ID);
    }

    /** How many auctions are open at the time of an event, those included that come only soon. */
    static int openAuctions(long event, long oldestAuction) {
        return (int) (latestAuction(event) - oldestAuction) + 1 + LEAD;
    }
}
