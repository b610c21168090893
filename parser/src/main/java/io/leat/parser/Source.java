package io.leat.parser;

import io.leat.core.error.Span;
import io.leat.grammar.ScriptPart;
import io.leat.parser.statement.SourceText;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * The text a statement is read from: says where a token or a construct stands in the whole script.
 *
 * @param part the statement's tokens and the script
 * @param lines the script's lines
 */
record Source(ScriptPart part, LineMap lines) {

    Span span(Token token) {
        return lines.span(token.getStartIndex(), token.getStopIndex() + 1);
    }

    Span span(ParserRuleContext context) {
        return lines.span(from(context), to(context));
    }

    Span span(int from, int to) {
        return lines.span(from, to);
    }

    String text(ParserRuleContext context) {
        return part.script().substring(from(context), to(context));
    }

    SourceText source(ParserRuleContext context) {
        return source(from(context), to(context));
    }

    SourceText source(int from, int to) {
        return new SourceText(part.script().substring(from, to), from, to, lines.span(from, to));
    }

    static int from(ParserRuleContext context) {
        return context.getStart().getStartIndex();
    }

    static int to(ParserRuleContext context) {
        return context.getStop().getStopIndex() + 1;
    }
}
