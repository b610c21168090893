package io.leat.executor.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A text that every match of a regular expression contains, at a known distance from the match's start. Whoever looks for
 * a match looks for the text first, which is much faster, and tries the expression only around it.
 *
 * @param bytes the text, ASCII
 * @param before the most characters of a match that can stand before it
 */
record RegexLiteral(byte[] bytes, int before) {
    private static final int BEFORE_MAX = 64;
    private static final int LENGTH_MIN = 2;

    /** The longest such text of an expression; empty if none is certain. What is not understood gives none. */
    static Optional<RegexLiteral> of(String regex) {
        Scan scan = new Scan(regex);
        try {
            scan.sequence();
            return scan.at == regex.length() ? Optional.ofNullable(scan.best) : Optional.empty();
        } catch (NotUnderstood unknown) {
            return Optional.empty();
        }
    }

    /** The expression has something whose width or meaning is not known here. */
    private static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotUnderstood() {
            super(null, null, false, false);
        }
    }

    /** Walks along an expression; {@code width} is the most characters of a match before the current place. */
    private static final class Scan {
        private static final String PLAIN_ESCAPES = ".*+?()[]{}|^$\\/-&=,:;'\"#%@!<>~` ";
        private static final String CLASS_ESCAPES = "dDwWsS";
        private static final int UNBOUNDED = 1_000_000;

        private final String regex;
        private final StringBuilder run = new StringBuilder();
        private int at;
        private int depth;
        private int width;
        private int runStart;
        private RegexLiteral best;

        Scan(String regex) {
            this.regex = regex;
        }

        /** One alternative after the other, up to the end or a closing parenthesis; answers the most characters. */
        private int sequence() {
            int start = width;
            int most = 0;
            while (at < regex.length() && regex.charAt(at) != ')') {
                if (regex.charAt(at) == '|') {
                    if (depth == 0) {
                        throw new NotUnderstood();
                    }
                    at++;
                    most = Math.max(most, width - start);
                    width = start;
                } else {
                    element();
                }
            }
            endRun();
            return Math.max(most, width - start);
        }

        private void element() {
            char next = regex.charAt(at++);
            switch (next) {
                case '(' -> group();
                case '[' -> {
                    skipClass();
                    single(-1);
                }
                case '.' -> single(-1);
                case '^', '$' -> endRun();
                case '\\' -> escape();
                case '*', '+', '?', '{' -> throw new NotUnderstood();
                default -> single(next);
            }
        }

        private void escape() {
            if (at == regex.length()) {
                throw new NotUnderstood();
            }
            char escaped = regex.charAt(at++);
            if (PLAIN_ESCAPES.indexOf(escaped) >= 0) {
                single(escaped);
            } else if (CLASS_ESCAPES.indexOf(escaped) >= 0) {
                single(-1);
            } else {
                throw new NotUnderstood();
            }
        }

        private void group() {
            endRun();
            if (regex.startsWith("?:", at)) {
                at += 2;
            } else if (at < regex.length() && regex.charAt(at) == '?') {
                throw new NotUnderstood();
            }
            int start = width;
            depth++;
            int most = sequence();
            depth--;
            if (at == regex.length()) {
                throw new NotUnderstood();
            }
            at++;
            width = (int) Math.min(UNBOUNDED, start + (long) most * repeats());
        }

        /** A set of characters, without sets inside. */
        private void skipClass() {
            if (regex.startsWith("^", at)) {
                at++;
            }
            int first = at;
            while (at < regex.length() && (regex.charAt(at) != ']' || at == first)) {
                char next = regex.charAt(at);
                if (next == '[' || regex.startsWith("&&", at) || regex.startsWith("\\Q", at)) {
                    throw new NotUnderstood();
                }
                at += next == '\\' ? 2 : 1;
            }
            if (at >= regex.length()) {
                throw new NotUnderstood();
            }
            at++;
        }

        /** One character: a certain one of ASCII, or with -1 any of several. */
        private void single(int character) {
            int before = at;
            int repeats = repeats();
            boolean certain = character >= 0 && character < 128 && before == at;
            if (certain && depth == 0) {
                runStart = run.isEmpty() ? width : runStart;
                run.append((char) character);
            } else {
                endRun();
            }
            width = Math.min(UNBOUNDED, width + repeats);
        }

        private void endRun() {
            boolean longer = best == null || run.length() > best.bytes.length;
            if (run.length() >= LENGTH_MIN && runStart <= BEFORE_MAX && longer) {
                best = new RegexLiteral(run.toString().getBytes(StandardCharsets.US_ASCII), runStart);
            }
            run.setLength(0);
        }

        /** How often at most the element before may come, by the quantifier that follows it, if one does. */
        private int repeats() {
            if (at == regex.length() || "*+?{".indexOf(regex.charAt(at)) < 0) {
                return 1;
            }
            char quantifier = regex.charAt(at++);
            if (quantifier == '{') {
                at = regex.indexOf('}', at) + 1;
                if (at == 0) {
                    throw new NotUnderstood();
                }
            }
            if (at < regex.length() && "+?".indexOf(regex.charAt(at)) >= 0) {
                at++;
            }
            return quantifier == '?' ? 1 : UNBOUNDED;
        }
    }
}
