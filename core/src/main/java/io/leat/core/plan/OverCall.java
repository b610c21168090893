package io.leat.core.plan;

import io.leat.core.type.DataType;
import java.util.List;

/**
 * One function of an {@link Over}.
 *
 * @param arguments input columns; none for COUNT(*) and ranks
 * @param frame the rows that it sees; of no meaning for ranks
 * @param type the result's type
 */
public record OverCall(OverFunction function, List<Integer> arguments, Frame frame, DataType type) {
    public OverCall {
        arguments = List.copyOf(arguments);
    }
}
