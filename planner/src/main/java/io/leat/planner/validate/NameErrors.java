package io.leat.planner.validate;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import java.util.Collection;

/** Errors about names that do not exist, with what was probably meant. */
public final class NameErrors {
    private static final int LISTED_MOST = 20;

    private NameErrors() {}

    /** No such table or view. */
    public static LeatException unknownTable(String name, Collection<String> known) {
        return hinted(
                LeatException.of(ErrorCode.UNKNOWN_TABLE, "unknown table \"" + name + "\""),
                name,
                known,
                "Relations: ");
    }

    /** No such column; {@code relation} is what it was looked for in, or empty. */
    public static LeatException unknownColumn(String name, String relation, Collection<String> known) {
        String in = relation.isEmpty() ? "" : " in table \"" + relation + "\"";
        String list = relation.isEmpty() ? "Columns: " : "Columns of " + relation + ": ";
        return hinted(
                LeatException.of(ErrorCode.UNKNOWN_COLUMN, "unknown column \"" + name + "\"" + in), name, known, list);
    }

    private static LeatException hinted(LeatException error, String name, Collection<String> known, String list) {
        String hint = known.size() > LISTED_MOST
                ? Suggestions.nearest(name, known)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("")
                : Suggestions.didYouMean(name, known, list);
        return hint.isEmpty() ? error : error.hint(hint);
    }
}
