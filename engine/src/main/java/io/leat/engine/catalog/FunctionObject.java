package io.leat.engine.catalog;

import io.leat.planner.catalog.UserFunction;
import java.util.List;

/**
 * A function that a user has made.
 *
 * @param function what it is
 * @param dependencies the functions that it calls
 * @param statement what made it; empty for one that the program around the engine has given
 */
public record FunctionObject(UserFunction function, List<String> dependencies, String statement, boolean isTemporary)
        implements CatalogObject {
    public FunctionObject {
        dependencies = List.copyOf(dependencies);
    }

    /** One that the program around the engine gives, each time that it opens the database. */
    public static FunctionObject given(UserFunction function) {
        return new FunctionObject(function, List.of(), "", false);
    }

    @Override
    public String name() {
        return function.name();
    }

    @Override
    public String kind() {
        return "function";
    }
}
