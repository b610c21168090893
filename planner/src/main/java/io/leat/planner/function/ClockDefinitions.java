package io.leat.planner.function;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.type.SqlTypeName;

/** What time it is: the same for the whole statement. */
final class ClockDefinitions {

    private ClockDefinitions() {}

    static final List<FunctionDefinition> ALL = List.of(
            clock(
                    "CURRENT_TIMESTAMP",
                    SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE,
                    "The time at which the statement began."),
            clock("LOCALTIMESTAMP", SqlTypeName.TIMESTAMP, "That time in the session's time zone."),
            clock("CURRENT_DATE", SqlTypeName.DATE, "The date at which the statement began."),
            clock("CURRENT_TIME", SqlTypeName.TIME, "The time of day at which the statement began."),
            clock("LOCALTIME", SqlTypeName.TIME, "The time of day at which the statement began."),
            new FunctionDefinition(
                    new ProcessingTimeFunction(),
                    "PROCTIME()",
                    "The time at which a row comes in, for computed columns and SELECT lists.",
                    Optional.empty()));

    private static FunctionDefinition clock(String name, SqlTypeName type, String description) {
        return new FunctionDefinition(new ClockFunction(name, type), name, description, Optional.empty());
    }
}
