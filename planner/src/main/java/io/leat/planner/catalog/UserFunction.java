package io.leat.planner.catalog;

import io.leat.core.expression.Expression;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A function that a user has made, by SQL or in Java. A call is its value with the arguments in the place of the
 * parameters. Equal arguments always give equal values.
 *
 * @param name its name
 * @param parameters names and types of the parameters
 * @param result the type of its value
 * @param body its value, over the parameters as columns
 */
public record UserFunction(String name, Schema parameters, DataType result, Expression body) {

    /** How it is written: {@code f(x BIGINT) RETURNS BIGINT}. */
    public String signature() {
        String list = IntStream.range(0, parameters.size())
                .mapToObj(i -> parameters.name(i) + " " + parameters.type(i))
                .collect(Collectors.joining(", "));
        return name + "(" + list + ") RETURNS " + result;
    }
}
