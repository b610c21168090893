package io.leat.parser;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.grammar.LeatLexer;
import io.leat.grammar.LeatParser;
import io.leat.grammar.ScriptPart;
import io.leat.grammar.ScriptSplitter;
import io.leat.parser.statement.Statement;
import java.util.List;

/**
 * Reads statements. Stateless and safe to use from many threads.
 *
 * <p>All positions, of statements, names and errors, count from the start of the whole script. Whoever must carry out the
 * statements before a wrong one splits the script with {@link ScriptSplitter} and parses part by part.
 */
public final class StatementParser {

    private StatementParser() {}

    /**
     * Reads a script of statements, each ended by a semicolon but for the last.
     *
     * @throws LeatException with the place of the first error
     */
    public static List<ParsedStatement> parseScript(String script, Limits limits) {
        LineMap lines = new LineMap(script);
        return ScriptSplitter.split(script).stream()
                .map(part -> parse(new Source(part, lines), limits))
                .toList();
    }

    /**
     * Reads one statement of a script that has been split.
     *
     * @throws LeatException with the place of the error in the whole script
     */
    public static ParsedStatement parse(ScriptPart part, Limits limits) {
        return parse(new Source(part, new LineMap(part.script())), limits);
    }

    /**
     * Reads a text that holds exactly one statement, with or without a semicolon.
     *
     * @throws LeatException with the place of the error, also if there is no statement or more than one
     */
    public static ParsedStatement parse(String text, Limits limits) {
        List<ScriptPart> parts = ScriptSplitter.split(text);
        Source first = parts.isEmpty() ? null : new Source(parts.get(0), new LineMap(text));
        if (first == null) {
            throw LeatException.of(ErrorCode.SYNTAX, "there is no statement");
        }
        if (parts.size() > 1) {
            ScriptPart second = parts.get(1);
            throw LeatException.of(ErrorCode.SYNTAX, "there is more than one statement")
                    .at(first.span(second.visibleTokens().get(0)))
                    .hint("run them one by one, or as a script.");
        }
        return parse(first, limits);
    }

    private static ParsedStatement parse(Source source, Limits limits) {
        try {
            Statement statement = read(source, limits);
            ScriptPart part = source.part();
            return new ParsedStatement(
                    statement,
                    part.text(),
                    part.from(),
                    part.to(),
                    source.span(part.from(), part.to()),
                    parameters(part));
        } catch (StackOverflowError e) {
            // The guards should have refused it; a caller's small stack may still be too small.
            throw SqlTree.tooDeep(limits.nestingDepth());
        }
    }

    private static Statement read(Source source, Limits limits) {
        TokenGuard.check(source, limits);
        UnsupportedStatements.check(source);
        GroupByAll.check(source);
        LeatParser parser = new LeatParser(source.part().stream());
        parser.removeErrorListeners();
        parser.addErrorListener(new StatementErrors(source));
        return new StatementReader(source, limits)
                .visit(parser.singleStatement().statement());
    }

    private static int parameters(ScriptPart part) {
        return (int) part.tokens().stream()
                .filter(token -> token.getType() == LeatLexer.QUESTION)
                .count();
    }
}
