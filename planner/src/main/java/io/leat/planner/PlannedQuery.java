package io.leat.planner;

import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Plan;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query ready to run.
 *
 * @param plan what to run. Its rows may have more columns at their end than {@code schema}: sort keys that were not
 *     selected, which whoever shows the rows leaves out. A {@link io.leat.core.plan.Sort} is at the root or nowhere.
 * @param schema the result's columns with their output names
 * @param changes whether rows of the result are ever taken back
 * @param uniqueKey columns of the result that identify a row, if some are known to
 * @param closings columns of the result that hold a time after which their rows cannot change any more
 * @param relations the relations named in the query, logical views and what they read included, as the catalog writes
 *     them
 * @param functions names of the functions made by users that it calls
 * @param warnings what its author should know
 * @param parameterTypes the types of {@code ?}, from left to right
 */
public record PlannedQuery(
        Plan plan,
        Schema schema,
        ChangeMode changes,
        Optional<List<Integer>> uniqueKey,
        List<Closing> closings,
        List<String> relations,
        List<String> functions,
        List<Warning> warnings,
        List<DataType> parameterTypes) {
    public PlannedQuery {
        uniqueKey = uniqueKey.map(List::copyOf);
        closings = List.copyOf(closings);
        relations = List.copyOf(relations);
        functions = List.copyOf(functions);
        warnings = List.copyOf(warnings);
        parameterTypes = List.copyOf(parameterTypes);
    }

    /** Names of everything in the catalog that it cannot do without. */
    public List<String> dependencies() {
        return Stream.concat(relations.stream(), functions.stream()).toList();
    }
}
