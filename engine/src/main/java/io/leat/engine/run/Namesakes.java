package io.leat.engine.run;

import io.leat.engine.durable.Durability;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tables that were dropped and may be made again with the same name: what a checkpoint still has of the tables beside the old
 * one must not be taken for that of the new one.
 */
final class Namesakes {
    private final Durability durability;
    private final Set<String> dropped = new HashSet<>();

    Namesakes(Durability durability) {
        this.durability = durability;
    }

    /** A table is gone. */
    void dropped(LiveTable table) {
        beside(table).forEach(one -> dropped.addAll(one.parts().keySet()));
    }

    /** A table is made that was not there before: notes that it begins empty, unless that is clear. */
    void made(LiveTable table) {
        boolean noted = false;
        for (DivertedTable one : beside(table)) {
            if (hadRows(one)) {
                durability.ended(one.definition().name());
                noted = true;
            }
        }
        if (noted) {
            durability.sync(); // before its definition is safe
        }
    }

    private boolean hadRows(DivertedTable table) {
        Set<String> parts = table.parts().keySet();
        return dropped.containsAll(parts)
                || durability.recovered().filter(found -> found.hasAll(parts)).isPresent();
    }

    private static List<DivertedTable> beside(LiveTable table) {
        return table.diversion().map(Diversion::tables).orElse(List.of());
    }
}
