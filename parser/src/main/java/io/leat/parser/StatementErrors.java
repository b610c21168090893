package io.leat.parser;

import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.grammar.Keywords;
import io.leat.grammar.LeatLexer;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.misc.IntervalSet;

/** The first syntax error of the statement grammar as ours: ends the parse, since what follows is guesswork. */
final class StatementErrors extends BaseErrorListener {
    private final Source source;

    StatementErrors(Source source) {
        this.source = source;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object offendingSymbol,
            int line,
            int column,
            String message,
            RecognitionException error) {
        Token token = error == null || error.getOffendingToken() == null
                ? (Token) offendingSymbol
                : error.getOffendingToken();
        throw translate(token, expected((Parser) recognizer, error), error);
    }

    private LeatException translate(Token token, IntervalSet expected, RecognitionException error) {
        String word = token.getText();
        if (token.getType() == Token.EOF) {
            return hint(SyntaxMessages.unexpectedEnd(error), ExpectedTokens.hint(expected))
                    .at(source.span(source.part().to(), source.part().to() + 1));
        }
        if (Keywords.isWord(token.getType()) && expected.contains(LeatLexer.IDENTIFIER)) {
            return Names.reserved(word).at(source.span(token));
        }
        String hint = Suggestions.nearest(word, words(expected))
                .map(near -> "did you mean " + near + "?")
                .orElseGet(() -> ExpectedTokens.hint(expected));
        return hint(SyntaxMessages.unexpected(token, error), hint).at(source.span(token));
    }

    private static LeatException hint(LeatException error, String hint) {
        return hint.isEmpty() ? error : error.hint(hint);
    }

    /**
     * What could have stood there. A decision that looked ahead in vain knows where it had got to; otherwise the
     * parser's own state does.
     */
    private static IntervalSet expected(Parser parser, RecognitionException error) {
        if (error instanceof NoViableAltException ahead && ahead.getDeadEndConfigs() != null) {
            IntervalSet tokens = new IntervalSet();
            for (ATNConfig config : ahead.getDeadEndConfigs()) {
                tokens.addAll(parser.getATN().nextTokens(config.state));
            }
            tokens.remove(Token.EPSILON);
            return tokens;
        }
        return parser.getExpectedTokens();
    }

    private static List<String> words(IntervalSet expected) {
        return expected.toList().stream()
                .filter(Keywords::isWord)
                .map(LeatLexer.VOCABULARY::getSymbolicName)
                .toList();
    }
}
