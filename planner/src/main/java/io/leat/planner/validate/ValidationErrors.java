package io.leat.planner.validate;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Span;
import io.leat.planner.catalog.CatalogView;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.validate.SqlValidator;

/** What Calcite's validator objects to, in our words, with our codes, at the place in the text. */
final class ValidationErrors {
    private final CatalogView catalog;
    private final SqlValidator validator;
    private final SqlNode query;

    ValidationErrors(CatalogView catalog, SqlValidator validator, SqlNode query) {
        this.catalog = catalog;
        this.validator = validator;
        this.query = query;
    }

    LeatException translate(Throwable error) {
        LeatException known = find(error, LeatException.class);
        if (known != null) {
            return known;
        }
        CalciteContextException placed = find(error, CalciteContextException.class);
        if (placed != null && placed.getPosLine() > 0) {
            Span span = new Span(
                    placed.getPosLine(),
                    placed.getPosColumn(),
                    Math.max(placed.getPosLine(), placed.getEndPosLine()),
                    placed.getEndPosLine() > 0 ? placed.getEndPosColumn() : placed.getPosColumn());
            Throwable cause = placed.getCause() == null ? placed : placed.getCause();
            return placed(message(String.valueOf(cause.getMessage()), span, error), span);
        }
        CalciteException unplaced = find(error, CalciteException.class);
        if (unplaced != null) {
            return message(String.valueOf(unplaced.getMessage()), null, error);
        }
        return LeatException.internal("this query cannot be validated", error).at(Places.of(query));
    }

    /** An unknown function's place is its name, not the whole call. */
    private static LeatException placed(LeatException error, Span span) {
        int name =
                error.code() == ErrorCode.UNKNOWN_FUNCTION ? error.getMessage().indexOf('"') : -1;
        if (name < 0) {
            return error.at(span);
        }
        int length = error.getMessage().lastIndexOf('"') - name - 1;
        return error.at(new Span(span.line(), span.column(), span.line(), span.column() + length - 1));
    }

    private LeatException message(String text, Span span, Throwable cause) {
        for (MessageRule rule : MessageRule.ALL) {
            var found = rule.pattern().matcher(text);
            if (found.find()) {
                ScopeColumns scope = new ScopeColumns(validator, query, span);
                return rule.answer().apply(found, new MessageRule.Surroundings(catalog, scope));
            }
        }
        return LeatException.of(ErrorCode.INVALID_DEFINITION, MessageRule.plain(text), cause);
    }

    private static <T extends Throwable> T find(Throwable error, Class<T> type) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (type.isInstance(e)) {
                return type.cast(e);
            }
        }
        return null;
    }
}
