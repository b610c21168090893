package io.leat.tests.exactly;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the views are in the end, computed in one go from all records of the source topics, in plain Java. */
final class Expected {
    private static final Pattern ORDER =
            Pattern.compile("\\{\"id\":(\\d+),\"k\":\"(k\\d+)\",\"amount\":(\\d+),\"ts\":\"([-\\d]+ [:.\\d]+)\"}");
    private static final Pattern PAYMENT = Pattern.compile("\\{\"id\":(\\d+),\"paid\":(\\d+)}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private final Map<String, Sum> totals = new TreeMap<>();
    private final Map<String, Sum> windows = new TreeMap<>();
    private final List<String> paid = new ArrayList<>();
    private long late;
    private long malformed;

    /** A count and a sum. */
    record Sum(long n, long total) {
        Sum plus(long amount) {
            return new Sum(n + 1, total + amount);
        }

        Sum plus(Sum other) {
            return new Sum(n + other.n, total + other.total);
        }
    }

    private record Order(int partition, long id, String k, long amount, long millis) {}

    Expected(List<TopicContent.Entry> orderRecords, List<TopicContent.Entry> paymentRecords) {
        List<Order> orders = orders(orderRecords);
        long[] watermarks = new long[Feeder.PARTITIONS];
        Arrays.fill(watermarks, Long.MIN_VALUE);
        for (Order order : orders) {
            totals.merge(order.k(), new Sum(1, order.amount()), Sum::plus);
            window(order, watermarks);
        }
        long closed = Arrays.stream(watermarks).min().orElseThrow();
        windows.keySet().removeIf(key -> endOf(key) - 1 > closed);
        join(orders, paymentRecords);
    }

    private List<Order> orders(List<TopicContent.Entry> records) {
        List<Order> orders = new ArrayList<>();
        for (TopicContent.Entry record : records) {
            Matcher fields = ORDER.matcher(record.value());
            if (fields.matches()) {
                long millis = LocalDateTime.parse(fields.group(4), TIME)
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli();
                long amount = Long.parseLong(fields.group(3));
                orders.add(new Order(
                        record.partition(), Long.parseLong(fields.group(1)), fields.group(2), amount, millis));
            } else {
                malformed++;
            }
        }
        return orders;
    }

    private void window(Order order, long[] watermarks) {
        long size = Definitions.WINDOW.toMillis();
        long start = order.millis() / size * size;
        if (start + size - 1 <= watermarks[order.partition()]) {
            late++;
        } else {
            windows.merge(start + " " + order.k(), new Sum(1, order.amount()), Sum::plus);
        }
        long watermark = order.millis() - Definitions.DELAY.toMillis();
        watermarks[order.partition()] = Math.max(watermarks[order.partition()], watermark);
    }

    private static long endOf(String key) {
        return Long.parseLong(key.substring(0, key.indexOf(' '))) + Definitions.WINDOW.toMillis();
    }

    private void join(List<Order> orders, List<TopicContent.Entry> paymentRecords) {
        Map<Long, List<Long>> payments = new HashMap<>();
        for (TopicContent.Entry record : paymentRecords) {
            Matcher fields = PAYMENT.matcher(record.value());
            if (fields.matches()) {
                payments.computeIfAbsent(Long.parseLong(fields.group(1)), id -> new ArrayList<>())
                        .add(Long.parseLong(fields.group(2)));
            } else {
                malformed++;
            }
        }
        for (Order order : orders) {
            for (long one : payments.getOrDefault(order.id(), List.of())) {
                paid.add(order.id() + "," + order.k() + "," + order.amount() + "," + one);
            }
        }
    }

    /** By key: count and sum of all orders. */
    Map<String, Sum> totals() {
        return totals;
    }

    /** Count and sum of all orders. */
    Sum whole() {
        return totals.values().stream().reduce(new Sum(0, 0), Sum::plus);
    }

    /** By place: key and sum. */
    List<String> top() {
        Comparator<Map.Entry<String, Sum>> order =
                Comparator.comparing(entry -> -entry.getValue().total());
        return totals.entrySet().stream()
                .sorted(order.thenComparing(Map.Entry.comparingByKey()))
                .limit(Definitions.PLACES)
                .map(entry -> entry.getKey() + "," + entry.getValue().total())
                .toList();
    }

    /** The closed windows: start in milliseconds, key, count and sum. */
    List<String> windows() {
        return windows.entrySet().stream()
                .map(entry -> entry.getKey().replace(' ', ',') + ","
                        + entry.getValue().n() + "," + entry.getValue().total())
                .toList();
    }

    /** The orders with their payments. */
    List<String> paid() {
        return paid;
    }

    /** How many orders came too late for their window. */
    long late() {
        return late;
    }

    /** How many records are no rows. */
    long malformed() {
        return malformed;
    }
}
