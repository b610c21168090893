package io.leat.planner.catalog;

import java.util.List;
import java.util.Optional;

/** The catalog as it was when a statement began. Never changes, so planning needs no lock. */
public interface CatalogView {

    /**
     * The relation of a name.
     *
     * @param name without quotes; with the schema and a point before it if one was written, as in {@code leat.sources}
     * @param quoted whether the name was written in quotes and must match in case; otherwise case does not matter
     */
    Optional<Relation> find(String name, boolean quoted);

    /** The function of a name, in any case, that a user has made. */
    Optional<UserFunction> function(String name);

    /** All names, for suggestions. */
    List<String> relationNames();
}
