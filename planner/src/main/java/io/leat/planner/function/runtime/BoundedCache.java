package io.leat.planner.function.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Remembers what was made of some texts; forgets everything when they become too many. Safe for many threads. */
final class BoundedCache<V> {
    private static final int ENTRIES_MAX = 256;

    private final Map<String, V> entries = new ConcurrentHashMap<>();
    private final Function<String, V> maker;

    BoundedCache(Function<String, V> maker) {
        this.maker = maker;
    }

    V get(String key) {
        V known = entries.get(key);
        if (known != null) {
            return known;
        }
        V made = maker.apply(key);
        if (entries.size() >= ENTRIES_MAX) {
            entries.clear();
        }
        entries.put(key, made);
        return made;
    }
}
