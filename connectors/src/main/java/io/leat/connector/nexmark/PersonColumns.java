package io.leat.connector.nexmark;

import java.util.List;

/** The columns of table {@code person}. */
final class PersonColumns {
    private static final TextPool STATES = TextPool.of(List.of("AZ", "CA", "ID", "OR", "WA", "WY"));
    private static final TextPool CITIES = TextPool.of(List.of(
            "Phoenix",
            "Los Angeles",
            "San Francisco",
            "Boise",
            "Portland",
            "Bend",
            "Redmond",
            "Seattle",
            "Kent",
            "Cheyenne"));
    private static final TextPool FIRST_NAMES = TextPool.of(
            List.of("Peter", "Paul", "Luke", "John", "Saul", "Vicky", "Kate", "Julie", "Sarah", "Deiter", "Walter"));
    private static final TextPool LAST_NAMES = TextPool.of(
            List.of("Shultz", "Abrams", "Spencer", "White", "Bartels", "Walton", "Smith", "Jones", "Noris"));
    private static final int BYTES_WITHOUT_TEXTS = 8;
    private static final int USUAL_BYTES = 200;
    private static final int CARD_GROUPS = 4;

    private PersonColumns() {}

    static ColumnValues of(String name, NexmarkWorld world) {
        return switch (name) {
            case "id" -> ColumnValues.longs((event, bits) -> Keys.latestPerson(event));
            case "name" -> ((TextValue) PersonColumns::name).column();
            case "emailAddress" -> ((TextValue) PersonColumns::emailAddress).column();
            case "creditCard" -> ((TextValue) PersonColumns::creditCard).column();
            case "city" -> ((TextValue) PersonColumns::city).column();
            case "state" -> ((TextValue) PersonColumns::state).column();
            case "dateTime" -> world.times()::of;
            case "extra" -> extra(world.filler()).column();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static int name(long bits, byte[] target, int from) {
        int to = pick(FIRST_NAMES, Draws.draw(bits, 0), target, from);
        target[to++] = ' ';
        return pick(LAST_NAMES, Draws.draw(bits, 1), target, to);
    }

    private static int pick(TextPool pool, long bits, byte[] target, int from) {
        return pool.write(Draws.below(bits, pool.size()), target, from);
    }

    private static int emailAddress(long bits, byte[] target, int from) {
        int to = Words.write(Draws.draw(bits, 2), 7, ' ', target, from);
        target[to++] = '@';
        to = Words.write(Draws.draw(bits, 3), 5, ' ', target, to);
        for (char character : new char[] {'.', 'c', 'o', 'm'}) {
            target[to++] = (byte) character;
        }
        return to;
    }

    private static int creditCard(long bits, byte[] target, int from) {
        int to = from;
        for (int group = 0; group < CARD_GROUPS; group++) {
            if (group > 0) {
                target[to++] = ' ';
            }
            int digits = Draws.below(Draws.mix(Draws.draw(bits, 4) + group * Draws.STEP), 10_000);
            for (int unit = 1_000; unit > 0; unit /= 10) {
                target[to++] = (byte) ('0' + digits / unit % 10);
            }
        }
        return to;
    }

    private static int city(long bits, byte[] target, int from) {
        return pick(CITIES, Draws.draw(bits, 5), target, from);
    }

    private static int state(long bits, byte[] target, int from) {
        return pick(STATES, Draws.draw(bits, 6), target, from);
    }

    /** As long as the other texts leave it; they are written first to be measured, and then overwritten. */
    private static TextValue extra(Filler filler) {
        return (bits, target, from) -> {
            int to = emailAddress(bits, target, name(bits, target, from));
            to = state(bits, target, city(bits, target, creditCard(bits, target, to)));
            return filler.write(
                    Draws.draw(bits, 7),
                    Draws.draw(bits, 8),
                    BYTES_WITHOUT_TEXTS + to - from,
                    USUAL_BYTES,
                    target,
                    from);
        };
    }
}
