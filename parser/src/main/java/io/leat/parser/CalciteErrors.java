package io.leat.parser;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Calcite's syntax errors as ours: one line, the token under the caret, and what was probably meant. */
final class CalciteErrors {
    private static final Pattern POSITION = Pattern.compile("^(At|From) line .*?: *|^Lexical error at .*?\\. *");

    private final Source source;
    private final IslandText text;
    private final Islands.Kind kind;
    private final int islandEnd;

    CalciteErrors(Source source, IslandText text, Islands.Kind kind, int islandEnd) {
        this.source = source;
        this.text = text;
        this.kind = kind;
        this.islandEnd = islandEnd;
    }

    /** The error to throw; the limit is named if Calcite ran out of stack. */
    LeatException translate(SqlParseException error, int depthMax) {
        if (error.getCause() instanceof StackOverflowError) {
            return SqlTree.tooDeep(depthMax);
        }
        SqlParserPos position = error.getPos();
        int offset = position == null || isAtEnd(error)
                ? islandEnd
                : source.lines().offset(position.getLineNum(), position.getColumnNum());
        if (isAboutToken(error)) {
            return unexpected(error, offset);
        }
        LeatException said = LeatException.of(ErrorCode.SYNTAX, firstLine(error), error);
        return position == null ? said : said.at(Positions.span(position));
    }

    private static boolean isAboutToken(SqlParseException error) {
        String message = String.valueOf(error.getMessage());
        return message.startsWith("Encountered")
                || message.startsWith("Incorrect syntax near")
                || message.startsWith("Lexical error");
    }

    private LeatException unexpected(SqlParseException error, int offset) {
        List<Token> tokens = source.part().visibleTokens();
        ExpectedSequences expected = ExpectedSequences.of(error);
        int index = expected.firstUnexpected(tokens, indexAt(tokens, offset));
        Optional<LeatException> repaired =
                new Repair(source, text, kind, startOf(tokens, index)).explain(tokens, index, error);
        if (repaired.isPresent()) {
            return repaired.get();
        }
        LeatException unexpected = index == tokens.size()
                ? SyntaxMessages.unexpectedEnd(error)
                        .at(source.span(source.part().to(), source.part().to() + 1))
                : SyntaxMessages.unexpected(tokens.get(index), error).at(source.span(tokens.get(index)));
        return expected.hint(tokens, indexAt(tokens, offset))
                .map(unexpected::hint)
                .orElse(unexpected);
    }

    private int startOf(List<Token> tokens, int index) {
        return index < tokens.size() ? tokens.get(index).getStartIndex() : islandEnd;
    }

    /** Calcite places the end of the text at its last character. */
    private static boolean isAtEnd(SqlParseException error) {
        return String.valueOf(error.getMessage()).startsWith("Encountered \"<EOF>\"");
    }

    /** The first token at or after an offset; a place behind the island is whatever follows it. */
    private static int indexAt(List<Token> tokens, int offset) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).getStopIndex() >= offset) {
                return i;
            }
        }
        return tokens.size();
    }

    private static String firstLine(SqlParseException error) {
        String line = String.valueOf(error.getMessage()).lines().findFirst().orElse("the query cannot be read");
        String bare = POSITION.matcher(line).replaceFirst("").strip();
        return bare.isEmpty() ? "the query cannot be read" : Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
    }
}
