package io.leat.planner.function;

import static org.apache.calcite.sql.type.SqlTypeFamily.CHARACTER;
import static org.apache.calcite.sql.type.SqlTypeFamily.DATE;
import static org.apache.calcite.sql.type.SqlTypeFamily.INTEGER;
import static org.apache.calcite.sql.type.SqlTypeFamily.TIMESTAMP;
import static org.apache.calcite.sql.type.SqlTypeName.BIGINT;
import static org.apache.calcite.sql.type.SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE;
import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;

import io.leat.planner.function.runtime.CalendarFunctions;
import io.leat.planner.function.runtime.TimeTextFunctions;
import io.leat.planner.function.runtime.ZoneFunctions;
import java.util.List;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;

/** Functions of dates and times. Patterns are Java's ({@code yyyy-MM-dd HH:mm:ss.SSS}), as in Flink. */
final class TimeDefinitions {
    private static final SqlOperandTypeChecker DATE_OR_TIMESTAMP =
            OperandTypes.or(OperandTypes.family(TIMESTAMP), OperandTypes.family(DATE));

    private TimeDefinitions() {}

    static final List<FunctionDefinition> ALL = List.of(
            time("DATE_FORMAT")
                    .takes(OperandTypes.or(
                            OperandTypes.family(TIMESTAMP, CHARACTER),
                            OperandTypes.family(DATE, CHARACTER),
                            OperandTypes.family(CHARACTER, CHARACTER)))
                    .returns(VARCHAR)
                    .translated("DATE_FORMAT(time, pattern)", "The time as text."),
            time("TO_TIMESTAMP")
                    .takes(1, CHARACTER, CHARACTER)
                    .returnsOrNull(SqlTypeName.TIMESTAMP)
                    .by(
                            TimeTextFunctions.class,
                            "toTimestamp",
                            "TO_TIMESTAMP(text [, pattern])",
                            "The time that the text says; NULL if it says none."),
            time("TO_TIMESTAMP_LTZ")
                    .takes(1, INTEGER, INTEGER)
                    .returns(TIMESTAMP_WITH_LOCAL_TIME_ZONE)
                    .by(
                            CalendarFunctions.class,
                            "fromEpoch",
                            "TO_TIMESTAMP_LTZ(epoch [, 0 | 3])",
                            "Seconds (0) or milliseconds (3) since 1970 as a time."),
            time("TO_DATE")
                    .takes(1, CHARACTER, CHARACTER)
                    .returnsOrNull(SqlTypeName.DATE)
                    .by(
                            TimeTextFunctions.class,
                            "toDate",
                            "TO_DATE(text [, pattern])",
                            "The date that the text says; NULL if it says none."),
            time("UNIX_TIMESTAMP")
                    .takes(0, CHARACTER, CHARACTER)
                    .returnsOrNull(BIGINT)
                    .zoned()
                    .translated("UNIX_TIMESTAMP([text [, pattern]])", "Seconds since 1970, of now or of a text."),
            time("FROM_UNIXTIME")
                    .takes(1, INTEGER, CHARACTER)
                    .returns(VARCHAR)
                    .zoned()
                    .by(
                            TimeTextFunctions.class,
                            "fromUnixTime",
                            "FROM_UNIXTIME(seconds [, pattern])",
                            "Seconds since 1970 as text in the session's time zone."),
            time("CONVERT_TZ")
                    .takes(CHARACTER, CHARACTER, CHARACTER)
                    .returnsOrNull(VARCHAR)
                    .by(
                            ZoneFunctions.class,
                            "convert",
                            "CONVERT_TZ(text, zone, zone)",
                            "A local time of one zone in another; NULL if the text is none."),
            time("DATE_TRUNC")
                    .takes(OperandTypes.or(
                            OperandTypes.family(CHARACTER, TIMESTAMP), OperandTypes.family(CHARACTER, DATE)))
                    .returns(ReturnTypes.ARG1.andThen(SqlTypeTransforms.TO_NULLABLE))
                    .translated("DATE_TRUNC('unit', time)", "The time rounded down to a unit."),
            time("DAYNAME")
                    .takes(DATE_OR_TIMESTAMP)
                    .returns(VARCHAR)
                    .by(CalendarFunctions.class, "dayName", "DAYNAME(date)", "The day of the week in English."),
            time("MONTHNAME")
                    .takes(DATE_OR_TIMESTAMP)
                    .returns(VARCHAR)
                    .by(CalendarFunctions.class, "monthName", "MONTHNAME(date)", "The month in English."),
            time("LAST_DAY")
                    .takes(DATE_OR_TIMESTAMP)
                    .returns(SqlTypeName.DATE)
                    .by(CalendarFunctions.class, "lastDay", "LAST_DAY(date)", "The last day of its month."),
            time("NOW")
                    .returns(TIMESTAMP_WITH_LOCAL_TIME_ZONE)
                    .timeDependent()
                    .translated("NOW()", "The time at which the statement began."));

    private static Definition time(String name) {
        return Definition.of(name).of(SqlFunctionCategory.TIMEDATE);
    }
}
