package io.leat.planner;

import io.leat.planner.catalog.UserFunction;
import java.util.List;

/**
 * A function ready to be called.
 *
 * @param function what it is
 * @param functions names of the functions made by users that it calls
 */
public record PlannedFunction(UserFunction function, List<String> functions) {
    public PlannedFunction {
        functions = List.copyOf(functions);
    }
}
