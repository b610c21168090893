package io.leat.engine.run;

import io.leat.executor.shard.Distribution;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where rows of views are to those who read them, if that is not where their definitions bring them. */
final class RelationPlaces implements Archivable {
    static final String PART = "places";
    private final Map<String, Distribution> places = new TreeMap<>();

    void put(String relation, Distribution place) {
        places.put(relation.toLowerCase(Locale.ROOT), place);
    }

    Optional<Distribution> get(String relation) {
        return Optional.ofNullable(places.get(relation.toLowerCase(Locale.ROOT)));
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    @Override
    public void archive(StateArchive archive) {
        Map<String, Distribution> kept = new TreeMap<>(places);
        List<String> names = new ArrayList<>(kept.keySet());
        int count = archive.number(names.size());
        for (int i = 0; i < count; i++) {
            String name = archive.text(archive.isRestoring() ? "" : names.get(i));
            places.put(name, archive(archive, kept.getOrDefault(name, Distribution.ANY)));
        }
    }

    private static Distribution archive(StateArchive archive, Distribution place) {
        boolean single = archive.flag(place.isSingle());
        int count = archive.number(place.hashed().size());
        List<List<Integer>> hashed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] columns = archive.isRestoring()
                    ? new int[0]
                    : place.hashed().get(i).stream().mapToInt(Integer::intValue).toArray();
            List<Integer> kept = new ArrayList<>();
            for (int column : archive.ints(columns)) {
                kept.add(column);
            }
            hashed.add(kept);
        }
        return new Distribution(single, hashed);
    }
}
