package io.leat.grammar;

/**
 * A token with its place.
 *
 * @param kind what it is
 * @param text its characters
 * @param from offset of its first character, in UTF-16 units
 * @param to offset after its last character
 */
public record ScriptToken(TokenKind kind, String text, int from, int to) {}
