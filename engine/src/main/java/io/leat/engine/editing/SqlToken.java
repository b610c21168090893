package io.leat.engine.editing;

/**
 * A piece of SQL text.
 *
 * @param kind what it is
 * @param text its characters
 * @param from offset of its first character, in UTF-16 units
 * @param to offset after its last character
 */
public record SqlToken(Kind kind, String text, int from, int to) {

    /** What a token is. */
    public enum Kind {
        /** A word of the language, reserved or not. */
        KEYWORD,
        /** A name, quoted or not. */
        IDENTIFIER,
        /** A text in quotes, closed or not. */
        STRING,
        NUMBER,
        /** A comment, closed or not. */
        COMMENT,
        /** Operators, brackets, commas, semicolons. */
        OPERATOR,
        /** What the language has no use for. */
        OTHER
    }

    /** Whether it is a certain word or sign, in whatever case. */
    public boolean is(String word) {
        return kind != Kind.STRING && kind != Kind.COMMENT && text.equalsIgnoreCase(word);
    }
}
