package io.leat.connector.nexmark;

/** The columns of table {@code auction}. */
final class AuctionColumns {
    private static final int FIRST_CATEGORY = 10;
    private static final int CATEGORIES = 5;
    private static final int NAME_BOUND = 20;
    private static final int DESCRIPTION_BOUND = 100;
    private static final int BYTES_WITHOUT_TEXTS = 48;
    private static final int USUAL_BYTES = 500;

    private AuctionColumns() {}

    static ColumnValues of(String name, NexmarkWorld world) {
        return switch (name) {
            case "id" -> ColumnValues.longs((event, bits) -> Keys.latestAuction(event));
            case "itemName" -> ((TextValue) AuctionColumns::itemName).column();
            case "description" -> ((TextValue) AuctionColumns::description).column();
            case "initialBid" -> ColumnValues.longs((event, bits) -> initialBid(bits));
            case "reserve" -> ColumnValues.longs((event, bits) -> initialBid(bits) + Prices.of(Draws.draw(bits, 7)));
            case "dateTime" -> world.times()::of;
            case "expires" -> expires(world.times());
            case "seller" -> ColumnValues.longs(AuctionColumns::seller);
            case "category" ->
                ColumnValues.longs((event, bits) -> FIRST_CATEGORY + Draws.below(Draws.draw(bits, 2), CATEGORIES));
            case "extra" -> extra(world.filler()).column();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static long seller(long event, long bits) {
        long active = Keys.activePerson(event, Draws.draw(bits, 1));
        return Draws.oftenOfFour(Draws.draw(bits, 0), Keys.hotSeller(event), active);
    }

    private static long initialBid(long bits) {
        return Prices.of(Draws.draw(bits, 3));
    }

    private static ColumnValues expires(EventTimes times) {
        int longest = (int) Math.max(times.horizonMillis() * 2, 1);
        return ColumnValues.longs((event, bits) -> times.at(event) + 1 + Draws.below(Draws.draw(bits, 4), longest));
    }

    private static int itemName(long bits, byte[] target, int from) {
        return Words.write(Draws.draw(bits, 5), NAME_BOUND, ' ', target, from);
    }

    private static int description(long bits, byte[] target, int from) {
        return Words.write(Draws.draw(bits, 6), DESCRIPTION_BOUND, ' ', target, from);
    }

    /** As long as name and description leave it; they are written first to be measured, and then overwritten. */
    private static TextValue extra(Filler filler) {
        return (bits, target, from) -> {
            int texts = description(bits, target, itemName(bits, target, from)) - from;
            return filler.write(
                    Draws.draw(bits, 8), Draws.draw(bits, 9), BYTES_WITHOUT_TEXTS + texts, USUAL_BYTES, target, from);
        };
    }
}
