package io.leat.planner.function;

import java.util.List;

/** What to say about the functions that Calcite brings, scalar and aggregate. */
final class StandardFunctions {

    private StandardFunctions() {}

    static final List<FunctionInfo> ALL = List.of(
            of("ABS", "ABS(number)", "Without its sign."),
            of("ANY_VALUE", "ANY_VALUE(value)", "Aggregate: one of the values."),
            of("AVG", "AVG(number)", "Aggregate: the average, in the argument's type."),
            of("CARDINALITY", "CARDINALITY(array)", "How many elements."),
            of("CAST", "CAST(value AS type)", "The value in another type."),
            of("CEIL", "CEIL(number) | CEIL(time TO unit)", "Rounded up."),
            of("CHAR_LENGTH", "CHAR_LENGTH(text)", "How many characters."),
            of("CHARACTER_LENGTH", "CHARACTER_LENGTH(text)", "How many characters."),
            of("COALESCE", "COALESCE(value, ...)", "The first that is not NULL."),
            of("COUNT", "COUNT(*) | COUNT([DISTINCT] value)", "Aggregate: how many rows, or values that are not NULL."),
            of("DATE_PART", "DATE_PART(unit, time)", "One part of a time, as EXTRACT gives it."),
            of("DAYOFMONTH", "DAYOFMONTH(date)", "The day of the month."),
            of("DAYOFWEEK", "DAYOFWEEK(date)", "The day of the week, from 1 for Sunday."),
            of("DAYOFYEAR", "DAYOFYEAR(date)", "The day of the year."),
            of("ELEMENT", "ELEMENT(array)", "The only element of an array."),
            of("EXTRACT", "EXTRACT(unit FROM time)", "One part of a time."),
            of("FLOOR", "FLOOR(number) | FLOOR(time TO unit)", "Rounded down."),
            of("HOUR", "HOUR(time)", "The hour."),
            of("JSON_ARRAY", "JSON_ARRAY(value, ...)", "The values as a JSON array."),
            of("JSON_DEPTH", "JSON_DEPTH(json)", "How deep it nests."),
            of("JSON_EXISTS", "JSON_EXISTS(json, path)", "Whether something is at the path."),
            of("JSON_KEYS", "JSON_KEYS(json [, path])", "The keys of an object as a JSON array."),
            of("JSON_LENGTH", "JSON_LENGTH(json [, path])", "How many elements it has."),
            of("JSON_OBJECT", "JSON_OBJECT(key: value, ...)", "The pairs as a JSON object."),
            of("JSON_PRETTY", "JSON_PRETTY(json)", "Indented."),
            of("JSON_QUERY", "JSON_QUERY(json, path)", "The object or array at the path."),
            of("JSON_TYPE", "JSON_TYPE(json)", "Which kind of JSON it is."),
            of("JSON_VALUE", "JSON_VALUE(json, path [RETURNING type])", "The scalar at the path."),
            of("LOWER", "LOWER(text)", "In small letters."),
            of("MAX", "MAX(value)", "Aggregate: the greatest."),
            of("MIN", "MIN(value)", "Aggregate: the least."),
            of("MINUTE", "MINUTE(time)", "The minute."),
            of("MOD", "MOD(number, number)", "The remainder, with the sign of the first."),
            of("MONTH", "MONTH(date)", "The month."),
            of("NULLIF", "NULLIF(value, other)", "NULL where they are equal."),
            of("PI", "PI()", "The number pi."),
            of("POSITION", "POSITION(search IN text)", "Where the search text begins, or 0."),
            of("QUARTER", "QUARTER(date)", "The quarter."),
            of("SECOND", "SECOND(time)", "The second."),
            of("STDDEV_POP", "STDDEV_POP(number)", "Aggregate: the standard deviation of all."),
            of("STDDEV_SAMP", "STDDEV_SAMP(number)", "Aggregate: the standard deviation of a sample."),
            of("SUBSTRING", "SUBSTRING(text FROM start [FOR length])", "A part, counted from 1."),
            of("SUM", "SUM(number)", "Aggregate: the sum."),
            of("TIMESTAMPADD", "TIMESTAMPADD(unit, count, time)", "The time, so many units later."),
            of("TIMESTAMPDIFF", "TIMESTAMPDIFF(unit, from, to)", "How many whole units lie between."),
            of("TRIM", "TRIM([BOTH | LEADING | TRAILING] [characters] FROM text)", "Without them at its ends."),
            of("UPPER", "UPPER(text)", "In capital letters."),
            of("VAR_POP", "VAR_POP(number)", "Aggregate: the variance of all."),
            of("VAR_SAMP", "VAR_SAMP(number)", "Aggregate: the variance of a sample."),
            of("WEEK", "WEEK(date)", "The week of the year."),
            of("YEAR", "YEAR(date)", "The year."));

    private static FunctionInfo of(String name, String signature, String description) {
        return new FunctionInfo(name, signature, description);
    }
}
