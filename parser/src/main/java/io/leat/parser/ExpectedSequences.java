package io.leat.parser;

import io.leat.grammar.LeatLexer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.parser.SqlParseException;

/**
 * What Calcite would have taken, as sequences of tokens. Where it looks ahead more than one token it reports the first of
 * them, though a later one is wrong: {@code SELECT a, FROM t} is reported at the comma.
 *
 * @param sequences each a sequence of token numbers
 * @param images the spelling of each token number, in double quotes
 */
record ExpectedSequences(int[][] sequences, String[] images) {
    private static final int EXPECTED_MAX = 4;

    static ExpectedSequences of(SqlParseException error) {
        int[][] sequences = error.getExpectedTokenSequences();
        String[] images = error.getTokenImages();
        return sequences == null || images == null
                ? new ExpectedSequences(new int[0][], new String[0])
                : new ExpectedSequences(sequences, images);
    }

    /** The index of the first token that continues no sequence; the number of tokens if all do. */
    int firstUnexpected(List<Token> tokens, int reported) {
        int longest = 0;
        for (int[] sequence : sequences) {
            longest = Math.max(longest, matched(sequence, tokens, reported));
        }
        return Math.min(tokens.size(), reported + longest);
    }

    /** What could have stood there, if that is short. */
    Optional<String> hint(List<Token> tokens, int reported) {
        int longest = firstUnexpected(tokens, reported) - reported;
        Set<String> next = new TreeSet<>();
        for (int[] sequence : sequences) {
            if (sequence.length > longest && matched(sequence, tokens, reported) == longest) {
                next.add(images[sequence[longest]]);
            }
        }
        boolean words = !next.isEmpty() && next.stream().allMatch(image -> image.matches("\"[A-Z_]+\""));
        return words && next.size() <= EXPECTED_MAX
                ? Optional.of(SyntaxMessages.expected(
                        next.stream().map(image -> image.replace("\"", "")).toList()))
                : Optional.empty();
    }

    private int matched(int[] sequence, List<Token> tokens, int from) {
        int count = 0;
        while (count < sequence.length
                && from + count < tokens.size()
                && isSpelled(sequence[count], tokens.get(from + count))) {
            count++;
        }
        return count == sequence.length ? 0 : count;
    }

    private boolean isSpelled(int image, Token token) {
        if (image < 0 || image >= images.length) {
            return false;
        }
        boolean string = token.getType() == LeatLexer.STRING && images[image].equals("<QUOTED_STRING>");
        return string || images[image].equalsIgnoreCase("\"" + token.getText() + "\"");
    }
}
