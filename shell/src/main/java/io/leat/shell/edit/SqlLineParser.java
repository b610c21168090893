package io.leat.shell.edit;

import io.leat.engine.editing.SqlText;
import java.util.List;
import java.util.Set;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Says whether a line is whole, and which word stands at the cursor. */
public final class SqlLineParser implements Parser {
    private static final Set<String> WORDS_ALONE = Set.of("exit", "quit", "help");

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE) {
            requireWhole(line);
        }
        return Word.at(line, cursor);
    }

    private static void requireWhole(String line) {
        String text = line.strip();
        if (text.startsWith("\\") || WORDS_ALONE.contains(text)) {
            return;
        }
        SqlText.State state = SqlText.state(line);
        if (state != SqlText.State.COMPLETE) {
            String missing = state == SqlText.State.MORE ? "   " : state == SqlText.State.QUOTE ? "  '" : " */";
            throw new EOFError(-1, -1, "the statement goes on", missing);
        }
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    /**
     * The word at the cursor, which completion replaces.
     *
     * @param line the whole text
     * @param cursor the place of the cursor in it
     * @param from where the word begins
     */
    record Word(String line, int cursor, int from) implements CompletingParsedLine {
        private static final String PATH_SIGNS = "_$./-~:";

        static Word at(String line, int cursor) {
            int place = Math.min(Math.max(0, cursor), line.length());
            boolean command = line.startsWith("\\");
            int from = place;
            while (from > 0 && isPart(line.charAt(from - 1), command)) {
                from--;
            }
            return new Word(line, place, from);
        }

        private static boolean isPart(char c, boolean command) {
            return Character.isLetterOrDigit(c)
                    || c == '_'
                    || c == '$'
                    || c == '\\'
                    || command && PATH_SIGNS.indexOf(c) >= 0
                    || !command && (c == '.' || c == '-');
        }

        @Override
        public String word() {
            return line.substring(from, cursor);
        }

        @Override
        public int wordCursor() {
            return cursor - from;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return wordCursor();
        }
    }
}
