package io.leat.planner.validate;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.function.OperatorTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlOperator;

/** One kind of message that Calcite's validator gives, and what Leat says instead. */
record MessageRule(Pattern pattern, BiFunction<Matcher, MessageRule.Surroundings, LeatException> answer) {

    /** What is known around the place of an error. */
    record Surroundings(CatalogView catalog, ScopeColumns scope) {}

    static final List<MessageRule> ALL = List.of(
            rule("^(?:Object|Table) '(.*?)' not found", MessageRule::unknownTable),
            rule("^Column '(.*?)' not found in any table", MessageRule::unknownColumn),
            rule("^Column '(.*?)' not found in table '(.*?)'", MessageRule::unknownColumnOfTable),
            rule("^Unknown identifier '(.*?)'", MessageRule::unknownColumn),
            rule("^Unknown field '(.*?)'", MessageRule::unknownColumn),
            rule("^Column '(.*?)' is ambiguous", MessageRule::ambiguous),
            rule("^No match found for function signature (.*?)\\((.*)\\)", MessageRule::unknownFunction),
            rule(
                    "^Invalid number of arguments to function '(.*?)'\\. Was expecting (.*) arguments",
                    MessageRule::arguments),
            rule("^Expression '(.*?)' is not being grouped", MessageRule::notGrouped),
            rule(
                    "(?i)^(?:Windowed a|A)ggregate expression is (?:illegal|not allowed) in (.*?)(?: clause.*)?$",
                    MessageRule::aggregate),
            rule("SCALAR_QUERY", MessageRule::scalar),
            rule("^Cannot apply '(.*?)' to arguments of type '(.*?)'\\.", MessageRule::operands),
            rule("^Cast function cannot convert value of type (.*) to type (.*)$", MessageRule::cast),
            rule("(?i)types? mismatch in column (\\d+) of (\\w+)", MessageRule::setOperationTypes),
            rule("(?i)column count mismatch in (\\w+)", MessageRule::setOperationCount),
            rule("^(WHERE|HAVING|ON) clause must be a condition", MessageRule::condition),
            rule("^Ordinal out of range", MessageRule::ordinal),
            rule("(?i)^illegal mixing of types in (.*)$", MessageRule::mixed),
            rule("(?i)^values passed to (.*) operator must have compatible types", MessageRule::mixed),
            rule("(?i)^illegal use of dynamic parameter", MessageRule::parameter),
            rule("^OVER clause is necessary", MessageRule::over),
            rule("(?i)nested|aggregate expressions cannot be nested", MessageRule::nested),
            rule("(?i)^Illegal (?:TIMESTAMP|DATE|TIME) literal ('.*?'):", MessageRule::literal),
            rule("(?i)system time period specification expects Timestamp type but is '(.*?)'", MessageRule::period),
            rule("^Expected (\\d+) operand", MessageRule::general));

    private static MessageRule rule(String pattern, BiFunction<Matcher, Surroundings, LeatException> answer) {
        return new MessageRule(Pattern.compile(pattern, Pattern.DOTALL), answer);
    }

    /** A message of Calcite as a factual line of ours. */
    static String plain(String message) {
        String line = message.lines().findFirst().orElse("").replace('\'', '"').strip();
        String text = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        boolean internal =
                text.contains("apache") || text.contains("Exception") || text.startsWith("null") || text.isEmpty();
        return internal
                ? "the query is not valid here"
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static LeatException unknownTable(Matcher found, Surroundings around) {
        String name = found.group(1);
        List<String> known = new ArrayList<>(around.catalog().relationNames());
        around.scope().aliases().stream()
                .filter(alias -> !known.contains(alias) && !alias.startsWith("EXPR$"))
                .forEach(known::add);
        known.remove(name);
        return NameErrors.unknownTable(name, known);
    }

    private static LeatException unknownColumn(Matcher found, Surroundings around) {
        Map<String, List<String>> tables = around.scope().tables();
        String only = tables.size() == 1 ? tables.keySet().iterator().next() : "";
        String relation = only.startsWith("EXPR$") ? "" : only;
        return NameErrors.unknownColumn(found.group(1), relation, around.scope().columns());
    }

    private static LeatException unknownColumnOfTable(Matcher found, Surroundings around) {
        String table = found.group(2);
        List<String> columns = around.scope().tables().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(table))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of());
        return NameErrors.unknownColumn(found.group(1), table, columns);
    }

    private static LeatException period(Matcher found, Surroundings around) {
        return LeatException.of(
                        ErrorCode.TYPE_MISMATCH,
                        "FOR SYSTEM_TIME AS OF takes a time, not " + TypeNames.one(found.group(1)))
                .hint("Name a column of the left table that is declared AS PROCTIME().");
    }

    private static LeatException ambiguous(Matcher found, Surroundings around) {
        String column = found.group(1);
        List<String> having = around.scope().tables().entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(column::equalsIgnoreCase))
                .map(entry -> entry.getKey() + "." + column)
                .toList();
        LeatException error =
                LeatException.of(ErrorCode.AMBIGUOUS_COLUMN, "column \"" + column + "\" is in more than one table");
        return having.isEmpty() ? error : error.hint("Write " + String.join(" or ", having) + ".");
    }

    private static LeatException unknownFunction(Matcher found, Surroundings around) {
        String name = found.group(1).replace("`", "");
        List<String> known = OperatorTable.instance().getOperatorList().stream()
                .map(SqlOperator::getName)
                .filter(text -> text.matches("[A-Z_0-9]{2,}"))
                .distinct()
                .toList();
        if (known.stream().anyMatch(name::equalsIgnoreCase)) {
            return LeatException.of(
                            ErrorCode.TYPE_MISMATCH,
                            name.toUpperCase(Locale.ROOT) + " does not take arguments of types "
                                    + TypeNames.of(found.group(2)))
                    .hint("Cast the arguments to the types that it takes.");
        }
        LeatException error = LeatException.of(ErrorCode.UNKNOWN_FUNCTION, "unknown function \"" + name + "\"");
        return Suggestions.nearest(name, known)
                .map(near -> error.hint("did you mean \"" + near + "\"?"))
                .orElse(error);
    }

    private static LeatException arguments(Matcher found, Surroundings around) {
        String name = found.group(1).toUpperCase(Locale.ROOT);
        LeatException error = LeatException.of(
                ErrorCode.UNKNOWN_FUNCTION,
                name + " takes " + found.group(2) + (found.group(2).equals("1") ? " argument" : " arguments"));
        return WindowFunctions.usage(name)
                .map(usage -> LeatException.of(ErrorCode.UNKNOWN_FUNCTION, name + " has the wrong number of arguments")
                        .hint("Write " + usage + "."))
                .orElse(error);
    }

    private static LeatException notGrouped(Matcher found, Surroundings around) {
        String text = found.group(1).replace("`", "");
        return LeatException.of(ErrorCode.GROUPING, "\"" + text + "\" is neither grouped nor inside an aggregate")
                .hint("Add it to GROUP BY, or put it into an aggregate such as MAX(" + text + ").");
    }

    private static LeatException aggregate(Matcher found, Surroundings around) {
        return LeatException.of(ErrorCode.GROUPING, "an aggregate is not allowed in " + found.group(1))
                .hint("Filter groups with HAVING, rows with WHERE.");
    }

    private static LeatException nested(Matcher found, Surroundings around) {
        return LeatException.of(ErrorCode.GROUPING, "an aggregate is not allowed inside another")
                .hint("Compute the inner one in a sub-query.");
    }

    private static LeatException over(Matcher found, Surroundings around) {
        return LeatException.unsupported("a window function", "Use MIN or MAX, or a join with the row that is wanted.");
    }

    private static LeatException operands(Matcher found, Surroundings around) {
        String types = found.group(2);
        return LeatException.of(
                        ErrorCode.TYPE_MISMATCH,
                        found.group(1).replace("$", "") + " cannot be applied to " + TypeNames.of(types))
                .hint(TypeNames.castHint(types));
    }

    private static LeatException cast(Matcher found, Surroundings around) {
        return LeatException.of(
                        ErrorCode.TYPE_MISMATCH,
                        "a value of type " + TypeNames.one(found.group(1)) + " cannot be cast to "
                                + TypeNames.one(found.group(2)))
                .hint("Cast it to STRING first, and that to the type wanted.");
    }

    private static LeatException setOperationTypes(Matcher found, Surroundings around) {
        return LeatException.of(
                        ErrorCode.TYPE_MISMATCH,
                        "column " + found.group(1) + " has different types on the two sides of " + found.group(2))
                .hint("Cast it on one side.");
    }

    private static LeatException setOperationCount(Matcher found, Surroundings around) {
        return LeatException.of(
                ErrorCode.TYPE_MISMATCH, "the two sides of " + found.group(1) + " have different numbers of columns");
    }

    private static LeatException mixed(Matcher found, Surroundings around) {
        return LeatException.of(ErrorCode.TYPE_MISMATCH, "the values of " + found.group(1) + " have different types")
                .hint("Cast them to one type.");
    }

    private static LeatException scalar(Matcher found, Surroundings around) {
        return LeatException.of(ErrorCode.TYPE_MISMATCH, "a sub-query that stands for a value must have one column")
                .hint("Select one column in it, or join instead.");
    }

    private static LeatException condition(Matcher found, Surroundings around) {
        return LeatException.of(ErrorCode.TYPE_MISMATCH, "the condition of " + found.group(1) + " is not BOOLEAN")
                .hint("Compare it with something, for example x <> 0.");
    }

    private static LeatException ordinal(Matcher found, Surroundings around) {
        return LeatException.of(ErrorCode.GROUPING, "there is no column of this number in the SELECT list")
                .hint("Columns count from 1.");
    }

    private static LeatException parameter(Matcher found, Surroundings around) {
        return LeatException.of(ErrorCode.INVALID_PARAMETER, "the type of this parameter cannot be told")
                .hint("Write CAST(? AS INT), or the type that it has.");
    }

    private static LeatException literal(Matcher found, Surroundings around) {
        return LeatException.of(ErrorCode.INVALID_DATETIME, "the literal " + found.group(1) + " is not a date or time")
                .hint("Write DATE '2026-01-31' or TIMESTAMP '2026-01-31 10:00:00'.");
    }

    private static LeatException general(Matcher found, Surroundings around) {
        return LeatException.of(ErrorCode.TYPE_MISMATCH, plain(found.group()));
    }
}
