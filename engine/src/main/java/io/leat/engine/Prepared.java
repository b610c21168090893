package io.leat.engine;

import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import java.util.List;

/** A statement with {@code ?} parameters, to be run many times. Safe from any thread. */
public interface Prepared {

    /** How many parameters. */
    int parameters();

    /** The columns of the rows that it gives; none if it gives no rows. Unknown parameter values count as NULL of the inferred type. */
    Schema schema();

    /** The types that the places of the parameters ask for; empty where that is not known before it runs. */
    List<DataType> parameterTypes();

    /**
     * Runs it with values for its parameters, which reach the planner as values and never as text.
     *
     * @throws io.leat.core.error.LeatException INVALID_PARAMETER if there are too few or too many
     */
    Result execute(Object... values);
}
