package io.leat.connector.format.json;

import io.leat.core.type.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which field a name means: the one of exactly that name, or else the first that differs only in case. */
final class FieldNames {
    /** So many strange names are remembered, so that a stranger's records cannot fill the memory. */
    private static final int REMEMBERED_MAX = 1_000;

    private static final Integer NONE = -1;

    private final Map<String, Integer> known = new HashMap<>();
    private final Map<String, Integer> lowerCase = new HashMap<>();

    FieldNames(List<Field> fields) {
        for (int i = 0; i < fields.size(); i++) {
            known.putIfAbsent(fields.get(i).name(), i);
            lowerCase.putIfAbsent(fields.get(i).name().toLowerCase(Locale.ROOT), i);
        }
    }

    /** The field's index, or -1. */
    int column(String name) {
        Integer index = known.get(name);
        return index != null ? index : remember(name);
    }

    private int remember(String name) {
        Integer index = lowerCase.getOrDefault(name.toLowerCase(Locale.ROOT), NONE);
        if (known.size() < REMEMBERED_MAX + lowerCase.size()) {
            known.put(name, index);
        }
        return index;
    }
}
