package io.leat.planner.function.runtime;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.runtime.JsonFunctions;
import org.apache.calcite.sql.SqlJsonConstructorNullClause;
import org.apache.calcite.sql.SqlJsonExistsErrorBehavior;
import org.apache.calcite.sql.SqlJsonQueryEmptyOrErrorBehavior;
import org.apache.calcite.sql.SqlJsonQueryWrapperBehavior;
import org.apache.calcite.sql.SqlJsonValueEmptyOrErrorBehavior;

/** JSON in text. Paths are those of the SQL standard; Calcite's runtime walks them. */
public final class JsonTextFunctions {
    private static final JsonFunctions.StatefulFunction PATHS = new JsonFunctions.StatefulFunction();

    private JsonTextFunctions() {}

    /**
     * The scalar at a path, as text. {@code onEmpty} and {@code onError} are NULL, ERROR or DEFAULT; the defaults come
     * as text as well.
     */
    public static String value(
            String json, String path, String onEmpty, String emptyDefault, String onError, String errorDefault) {
        if (json == null || path == null) {
            return null;
        }
        Object value = guarded(() -> PATHS.jsonValue(
                json,
                checked(path),
                SqlJsonValueEmptyOrErrorBehavior.valueOf(onEmpty),
                emptyDefault,
                SqlJsonValueEmptyOrErrorBehavior.valueOf(onError),
                errorDefault));
        return value instanceof BigDecimal number ? number.toPlainString() : text(value);
    }

    /** The object or array at a path. */
    public static String query(String json, String path, String wrapper, String onEmpty, String onError) {
        return text(guarded(() -> PATHS.jsonQuery(
                json,
                checked(path),
                SqlJsonQueryWrapperBehavior.valueOf(wrapper),
                SqlJsonQueryEmptyOrErrorBehavior.valueOf(onEmpty),
                SqlJsonQueryEmptyOrErrorBehavior.valueOf(onError),
                true)));
    }

    /** Whether something is at a path. */
    public static Boolean exists(String json, String path, String onError) {
        return guarded(() -> PATHS.jsonExists(json, checked(path), SqlJsonExistsErrorBehavior.valueOf(onError)));
    }

    /** Whether a text is JSON. */
    public static boolean isValue(String json) {
        return JsonFunctions.isJsonValue(json);
    }

    /** Whether a text is a JSON object. */
    public static boolean isObject(String json) {
        return JsonFunctions.isJsonObject(json);
    }

    /** Whether a text is a JSON array. */
    public static boolean isArray(String json) {
        return JsonFunctions.isJsonArray(json);
    }

    /** Whether a text is JSON but neither object nor array. */
    public static boolean isScalar(String json) {
        return JsonFunctions.isJsonScalar(json);
    }

    /** A JSON object of key, value, key, value, ... after what is to be done with nulls. */
    public static String object(List<?> nullsAndPairs) {
        Object[] pairs = nullsAndPairs.subList(1, nullsAndPairs.size()).toArray();
        return guarded(() -> JsonFunctions.jsonObject(nulls(nullsAndPairs), pairs));
    }

    /** A JSON array of the values after what is to be done with nulls. */
    public static String array(List<?> nullsAndValues) {
        Object[] values = nullsAndValues.subList(1, nullsAndValues.size()).toArray();
        return guarded(() -> JsonFunctions.jsonArray(nulls(nullsAndValues), values));
    }

    /** Which kind of JSON a text is. */
    public static String type(String json) {
        return guarded(() -> JsonFunctions.jsonType(json));
    }

    /** How deep a JSON text nests. */
    public static Integer depth(String json) {
        return guarded(() -> JsonFunctions.jsonDepth(json));
    }

    /** How many elements a JSON text has. */
    public static Integer length(String json) {
        return guarded(() -> JsonFunctions.jsonLength(json));
    }

    /** How many elements the JSON at a path has. */
    public static Integer length(String json, String path) {
        return guarded(() -> JsonFunctions.jsonLength(json, checked(path)));
    }

    /** The keys of a JSON object. */
    public static String keys(String json) {
        return guarded(() -> JsonFunctions.jsonKeys(json));
    }

    /** The keys of the JSON object at a path. */
    public static String keys(String json, String path) {
        return guarded(() -> JsonFunctions.jsonKeys(json, checked(path)));
    }

    /** A JSON text with line breaks. */
    public static String pretty(String json) {
        return guarded(() -> JsonFunctions.jsonPretty(json));
    }

    private static SqlJsonConstructorNullClause nulls(List<?> arguments) {
        return SqlJsonConstructorNullClause.valueOf((String) arguments.get(0));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** A path may test values by regular expression, which could take for ever. */
    private static String checked(String path) {
        if (path.contains("=~")) {
            throw LeatException.of(ErrorCode.DATA, "regular expressions in JSON paths are not supported");
        }
        return path;
    }

    private static <R> R guarded(Supplier<R> call) {
        try {
            return call.get();
        } catch (CalciteException | IllegalArgumentException e) {
            throw LeatException.of(ErrorCode.DATA, "the JSON or its path cannot be read", e);
        }
    }
}
