package io.leat.parser.statement;

import io.leat.core.type.DataType;
import java.util.List;

/**
 * {@code CREATE [OR REPLACE] [TEMPORARY] FUNCTION [IF NOT EXISTS] name (parameter type, ...) RETURNS type RETURN expression}.
 *
 * @param returnsText the type of the result as it was written
 * @param body the value, over the parameters
 */
public record CreateSqlFunction(
        ObjectName name,
        boolean ifNotExists,
        boolean orReplace,
        boolean temporary,
        List<Parameter> parameters,
        DataType returns,
        String returnsText,
        SqlExpression body)
        implements Statement {

    /**
     * A parameter.
     *
     * @param typeText its type as it was written
     */
    public record Parameter(ObjectName name, DataType type, String typeText) {}

    public CreateSqlFunction {
        parameters = List.copyOf(parameters);
    }
}
