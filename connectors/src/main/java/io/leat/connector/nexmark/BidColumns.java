package io.leat.connector.nexmark;

import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;

/** The columns of table {@code bid}. */
final class BidColumns {
    private static final int BYTES_WITHOUT_EXTRA = 32;
    private static final int USUAL_BYTES = 100;

    private BidColumns() {}

    static ColumnValues of(String name, NexmarkWorld world) {
        return switch (name) {
            case "auction" -> BidColumns::auctions;
            case "bidder" -> BidColumns::bidders;
            case "price" -> BidColumns::prices;
            case "channel" -> world.channels()::names;
            case "url" -> world.channels()::urls;
            case "dateTime" -> world.times()::of;
            case "extra" -> extras(world.filler());
            default -> throw new IllegalArgumentException(name);
        };
    }

    // Each column has loops of its own, so that they are all there is: bids are most of the events. What is the same
    // for all bids of a round, which come after its person and its auctions, is computed once for the round.

    private static Column auctions(Events events) {
        long[] values = new long[events.size()];
        int to;
        for (int from = 0; from < values.length; from = to) {
            to = events.endOfRound(from);
            long event = events.numbers()[from];
            long oldest = Keys.oldestAuction(event);
            auctions(events.bits(), values, from, to, Keys.hotAuction(event), oldest, Keys.openAuctions(event, oldest));
        }
        return new LongColumn(values, null, values.length);
    }

    private static void auctions(long[] bits, long[] values, int from, int to, long hot, long oldest, int open) {
        for (int i = from; i < to; i++) {
            long any = oldest + Draws.below(Draws.draw(bits[i], 1), open);
            values[i] = Draws.oftenOfTwo(Draws.draw(bits[i], 0), hot, any);
        }
    }

    private static Column bidders(Events events) {
        long[] values = new long[events.size()];
        int to;
        for (int from = 0; from < values.length; from = to) {
            to = events.endOfRound(from);
            long event = events.numbers()[from];
            int active = Keys.activePersons(event);
            bidders(events.bits(), values, from, to, Keys.hotBidder(event), Keys.oldestPerson(event), active);
        }
        return new LongColumn(values, null, values.length);
    }

    private static void bidders(long[] bits, long[] values, int from, int to, long hot, long oldest, int active) {
        for (int i = from; i < to; i++) {
            long any = oldest + Draws.below(Draws.draw(bits[i], 3), active);
            values[i] = Draws.oftenOfFour(Draws.draw(bits[i], 2), hot, any);
        }
    }

    private static Column prices(Events events) {
        long[] values = new long[events.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Prices.of(Draws.draw(events.bits()[i], 4));
        }
        return new LongColumn(values, null, values.length);
    }

    private static ColumnValues extras(Filler filler) {
        return events -> filler.column(events, 7, BYTES_WITHOUT_EXTRA, USUAL_BYTES);
    }
}
