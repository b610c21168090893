package io.leat.grammar;

/** What a token is, as far as highlighting and completion care. */
public enum TokenKind {
    /** A word of the language, reserved or not. */
    KEYWORD,
    /** A name, quoted or not. */
    IDENTIFIER,
    /** A string in single or dollar quotes, closed or not. */
    STRING,
    NUMBER,
    /** A comment, closed or not. */
    COMMENT,
    /** Operators, brackets, commas, semicolons. */
    OPERATOR,
    /** What the language has no use for. */
    OTHER
}
