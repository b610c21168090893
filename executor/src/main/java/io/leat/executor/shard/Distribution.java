package io.leat.executor.shard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * What is known of where the rows of a relation are: on one shard, by hash of some columns, or anywhere. Rows that have
 * the same values in all columns of one of the lists are on the same shard: the one that {@link KeyHash} gives for the
 * values in the list's order.
 *
 * @param isSingle whether all rows are on the first shard
 * @param hashed lists of columns, each of which alone says where a row is; none if rows are anywhere
 */
public record Distribution(boolean isSingle, List<List<Integer>> hashed) {

    /** All rows on the first shard. */
    public static final Distribution SINGLE = new Distribution(true, List.of());

    /** Rows anywhere, also equal ones. */
    public static final Distribution ANY = new Distribution(false, List.of());

    public Distribution {
        hashed = List.copyOf(hashed);
    }

    /** Rows where the hash of these columns says; all on one shard without columns. */
    public static Distribution by(List<Integer> columns) {
        return columns.isEmpty() ? SINGLE : new Distribution(false, List.of(List.copyOf(columns)));
    }

    /** Rows where the hash of all of so many columns says. */
    public static Distribution byAll(int columns) {
        return by(IntStream.range(0, columns).boxed().toList());
    }

    /** Whether equal rows are on one shard. */
    public boolean keepsEqualRowsTogether() {
        return isSingle || !hashed.isEmpty();
    }

    /** The columns that say where a row is, if some of the given ones do. */
    public Optional<List<Integer>> within(Collection<Integer> columns) {
        return hashed.stream().filter(columns::containsAll).findFirst();
    }

    /** Whether rows that have equal values in the given columns are on one shard. */
    public boolean keepsTogether(Collection<Integer> columns) {
        return isSingle || within(columns).isPresent();
    }

    /** The same when columns have new places; a place below 0 means that the column is gone. */
    public Distribution moved(IntUnaryOperator newPlace) {
        List<List<Integer>> moved = new ArrayList<>();
        for (List<Integer> columns : hashed) {
            List<Integer> places = columns.stream()
                    .map(newPlace::applyAsInt)
                    .filter(place -> place >= 0)
                    .toList();
            if (places.size() == columns.size()) {
                moved.add(places);
            }
        }
        return new Distribution(isSingle, moved);
    }

    /** Of rows to which both apply. */
    public Distribution and(Distribution other) {
        List<List<Integer>> both = new ArrayList<>(hashed);
        other.hashed.stream().filter(columns -> !both.contains(columns)).forEach(both::add);
        return new Distribution(isSingle || other.isSingle, both);
    }

    /** Of rows to which the one or the other applies. */
    public Distribution or(Distribution other) {
        if (isSingle && other.isSingle) {
            return SINGLE;
        }
        return new Distribution(
                false, hashed.stream().filter(other.hashed::contains).toList());
    }
}
