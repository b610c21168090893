package io.leat.connector.nexmark;

import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The three tables, and which of the events are whose. */
enum NexmarkTable {
    PERSON(
            0,
            1,
            number("id"),
            text("name"),
            text("emailAddress"),
            text("creditCard"),
            text("city"),
            text("state"),
            time("dateTime"),
            text("extra")),
    AUCTION(
            1,
            3,
            number("id"),
            text("itemName"),
            text("description"),
            number("initialBid"),
            number("reserve"),
            time("dateTime"),
            time("expires"),
            number("seller"),
            number("category"),
            text("extra")),
    BID(
            4,
            46,
            number("auction"),
            number("bidder"),
            number("price"),
            text("channel"),
            text("url"),
            time("dateTime"),
            text("extra"));

    /** The pattern of tables repeats after so many events. */
    static final int ROUND = 50;

    private final int first;
    private final int share;
    private final List<Field> fields;

    NexmarkTable(int first, int share, Field... fields) {
        this.first = first;
        this.share = share;
        this.fields = List.of(fields);
    }

    private static Field number(String name) {
        return new Field(name, DataType.BIGINT);
    }

    private static Field text(String name) {
        return new Field(name, DataType.STRING);
    }

    private static Field time(String name) {
        return new Field(name, DataType.TIMESTAMP);
    }

    /** What {@code 'table'='...'} calls it. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(NexmarkTable::title).toList();
    }

    static NexmarkTable titled(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT));
    }

    /** The columns that it can have. */
    List<Field> fields() {
        return fields;
    }

    /** How many of the first events are rows of this table. */
    long rowsBefore(long events) {
        long rest = events % ROUND - first;
        return events / ROUND * share + Math.max(0, Math.min(rest, share));
    }

    /** About how many events have so many rows of this table. */
    int eventsFor(int rows) {
        return (int) Math.min((long) rows * ROUND / share, Integer.MAX_VALUE);
    }

    /** The numbers of the events that are some consecutive rows of this table. */
    long[] events(long firstRow, int rows) {
        long[] numbers = new long[rows];
        long round = firstRow / share * ROUND + first;
        int place = (int) (firstRow % share);
        for (int from = 0; from < rows; round += ROUND) {
            int to = Math.min(from + share - place, rows);
            for (int i = from; i < to; i++) {
                numbers[i] = round + place + i - from;
            }
            from = to;
            place = 0;
        }
        return numbers;
    }
}
