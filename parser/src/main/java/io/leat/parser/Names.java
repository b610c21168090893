package io.leat.parser;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Span;
import io.leat.grammar.Keywords;
import io.leat.grammar.LeatParser.ColumnNamesContext;
import io.leat.grammar.LeatParser.IdentifierContext;
import io.leat.grammar.LeatParser.QualifiedNameContext;
import io.leat.grammar.ScriptLexer;
import io.leat.grammar.ScriptToken;
import io.leat.grammar.TokenKind;
import io.leat.parser.statement.ObjectName;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;

/** Reads names, and refuses those that a query could not say again without quotes. */
final class Names {
    private final Source source;

    Names(Source source) {
        this.source = source;
    }

    ObjectName qualified(QualifiedNameContext context) {
        List<String> parts = new ArrayList<>();
        ObjectName last = null;
        for (IdentifierContext identifier : context.identifier()) {
            last = simple(identifier);
            parts.add(last.name());
        }
        return new ObjectName(parts, last != null && last.quoted(), source.span(context));
    }

    ObjectName simple(IdentifierContext context) {
        String text = context.getText();
        boolean quoted = context.QUOTED_IDENTIFIER() != null || context.BACKTICK_IDENTIFIER() != null;
        Span span = source.span(context);
        String name = quoted ? Literals.unquote(text, text.charAt(0)) : text;
        if (name.isEmpty()) {
            throw LeatException.of(ErrorCode.SYNTAX, "a name cannot be empty").at(span);
        }
        if (!quoted && Keywords.isReservedInQueries(text)) {
            throw reserved(text).at(span);
        }
        return ObjectName.of(name, quoted, span);
    }

    List<ObjectName> columns(ColumnNamesContext context) {
        return context == null
                ? List.of()
                : context.identifier().stream().map(this::simple).toList();
    }

    /** A name that Calcite read. */
    ObjectName of(SqlIdentifier identifier) {
        int last = identifier.names.size() - 1;
        return new ObjectName(
                identifier.names, identifier.isComponentQuoted(last), Positions.span(identifier.getParserPosition()));
    }

    /** Whether a name means the same with and without quotes. */
    static boolean isPlain(String name) {
        List<ScriptToken> tokens = ScriptLexer.classify(name);
        return tokens.size() == 1
                && tokens.get(0).kind() == TokenKind.IDENTIFIER
                && !name.startsWith("\"")
                && !name.startsWith("`");
    }

    /** The error for a reserved word where a name is wanted. */
    static LeatException reserved(String word) {
        return LeatException.of(ErrorCode.SYNTAX, "\"" + word + "\" is a reserved word")
                .hint("to use it as a name, quote it: \"" + word + "\".");
    }
}
