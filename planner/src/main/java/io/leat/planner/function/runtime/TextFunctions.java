package io.leat.planner.function.runtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Functions of text. Characters are code points; a position counts from 1. */
public final class TextFunctions {

    private TextFunctions() {}

    /** The first characters; none for a negative length. */
    public static String left(String text, int length) {
        return length <= 0 ? "" : text.substring(0, offset(text, 0, length));
    }

    /** The last characters; none for a negative length. */
    public static String right(String text, int length) {
        int characters = text.codePointCount(0, text.length());
        return length <= 0 ? "" : text.substring(offset(text, 0, Math.max(0, characters - length)));
    }

    /** Filled up with blanks on the left, or cut on the right; null for a negative length. */
    public static String lpad(String text, int length) {
        return lpad(text, length, " ");
    }

    /** Filled up on the left, or cut on the right; null for a negative length or if there is nothing to fill with. */
    public static String lpad(String text, int length, String pad) {
        int missing = length - text.codePointCount(0, text.length());
        if (length < 0 || missing > 0 && pad.isEmpty()) {
            return null;
        }
        return missing <= 0 ? left(text, length) : fill(pad, missing) + text;
    }

    /** Filled up with blanks on the right, or cut there; null for a negative length. */
    public static String rpad(String text, int length) {
        return rpad(text, length, " ");
    }

    /** Filled up on the right, or cut there; null for a negative length or if there is nothing to fill with. */
    public static String rpad(String text, int length, String pad) {
        int missing = length - text.codePointCount(0, text.length());
        if (length < 0 || missing > 0 && pad.isEmpty()) {
            return null;
        }
        return missing <= 0 ? left(text, length) : text + fill(pad, missing);
    }

    private static String fill(String pad, int characters) {
        TextSize.check(characters);
        int times = characters / pad.codePointCount(0, pad.length()) + 1;
        TextSize.check((long) times * pad.length());
        return left(pad.repeat(times), characters);
    }

    /** The text, so many times; empty for a count below one. */
    public static String repeat(String text, int count) {
        TextSize.check((long) text.length() * Math.max(0, count));
        return text.repeat(Math.max(0, count));
    }

    /** The characters in reverse order. */
    public static String reverse(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** Each character that is in {@code from} replaced by the one at its place in {@code to}, or left out. */
    public static String translate(String text, String from, String to) {
        int[] source = from.codePoints().toArray();
        int[] target = to.codePoints().toArray();
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            int place = indexOf(source, character);
            if (place < 0) {
                result.appendCodePoint(character);
            } else if (place < target.length) {
                result.appendCodePoint(target[place]);
            }
        });
        return result.toString();
    }

    private static int indexOf(int[] characters, int character) {
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == character) {
                return i;
            }
        }
        return -1;
    }

    /** As many characters as the new text has replaced by it, from a position on. */
    public static String overlay(String text, String by, int start) {
        return overlay(text, by, start, by.codePointCount(0, by.length()));
    }

    /** So many characters replaced, from a position on. */
    public static String overlay(String text, String by, int start, int length) {
        int characters = text.codePointCount(0, text.length());
        int from = Math.min(Math.max(start - 1, 0), characters);
        int to = (int) Math.min(Math.max((long) start - 1 + length, from), characters);
        return text.substring(0, offset(text, 0, from)) + by + text.substring(offset(text, 0, to));
    }

    /** A part between separators, counted from 1, or from the end if negative; empty if there is none. */
    public static String splitPart(String text, String separator, int index) {
        List<String> parts = split(text, separator);
        int place = index > 0 ? index - 1 : parts.size() + index;
        return index == 0 || place < 0 || place >= parts.size() ? "" : parts.get(place);
    }

    private static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int found = separator.isEmpty() ? -1 : text.indexOf(separator);
        while (found >= 0) {
            parts.add(text.substring(from, found));
            from = found + separator.length();
            found = text.indexOf(separator, from);
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** The elements after the first that are not null, with the first between them; null if the first is. */
    public static String concatWithSeparator(List<?> separatorAndTexts) {
        Object separator = separatorAndTexts.get(0);
        return separator == null
                ? null
                : separatorAndTexts.stream()
                        .skip(1)
                        .filter(text -> text != null)
                        .map(Object::toString)
                        .collect(Collectors.joining(separator.toString()));
    }

    /** Where the search text begins, from a position on, or 0. */
    public static int locate(String search, String text, int start) {
        int characters = text.codePointCount(0, text.length());
        if (start < 1 || start > characters + 1) {
            return 0;
        }
        int found = text.indexOf(search, offset(text, 0, start - 1));
        return found < 0 ? 0 : text.codePointCount(0, found) + 1;
    }

    /** Whether it begins so. */
    public static boolean startsWith(String text, String start) {
        return text.startsWith(start);
    }

    /** Whether it ends so. */
    public static boolean endsWith(String text, String end) {
        return text.endsWith(end);
    }

    /** The character with a code point; empty if there is none. */
    public static String chr(long codePoint) {
        boolean valid = codePoint > 0 && codePoint <= Character.MAX_CODE_POINT;
        return valid ? Character.toString((int) codePoint) : "";
    }

    /** The code point of the first character; 0 if there is none. */
    public static int ascii(String text) {
        return text.isEmpty() ? 0 : text.codePointAt(0);
    }

    /** Letters and digits in a row are a word: its first in capitals, the others small. */
    public static String initcap(String text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean inside = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            result.appendCodePoint(inside ? Character.toLowerCase(character) : Character.toUpperCase(character));
            inside = Character.isLetterOrDigit(character);
        }
        return result.toString();
    }

    /** How many bytes in UTF-8. */
    public static int octetLength(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** How many bytes. */
    public static int octetLength(byte[] bytes) {
        return bytes.length;
    }

    /** Where in the text so many characters after an offset end, at most its end. */
    private static int offset(String text, int from, int characters) {
        int rest = text.codePointCount(from, text.length());
        return characters >= rest ? text.length() : text.offsetByCodePoints(from, characters);
    }
}
