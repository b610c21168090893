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

    // Each column has a loop of its own, so that the loop is all there is: bids are most of the events.

    private static Column auctions(Events events) {
        long[] values = new long[events.size()];
        for (int i = 0; i < values.length; i++) {
            long event = events.numbers()[i];
            long bits = events.bits()[i];
            long open = Keys.openAuction(event, Draws.draw(bits, 1));
            values[i] = Draws.oftenOfTwo(Draws.draw(bits, 0), Keys.hotAuction(event), open);
        }
        return new LongColumn(values, null, values.length);
    }

    private static Column bidders(Events events) {
        long[] values = new long[events.size()];
        for (int i = 0; i < values.length; i++) {
            long event = events.numbers()[i];
            long bits = events.bits()[i];
            long active = Keys.activePerson(event, Draws.draw(bits, 3));
            values[i] = Draws.oftenOfFour(Draws.draw(bits, 2), Keys.hotBidder(event), active);
        }
        return new LongColumn(values, null, values.length);
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
