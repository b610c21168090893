package io.leat.planner.function.runtime;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.BoundedText;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions in Java's syntax, compiled once and bounded in time. */
public final class RegexFunctions {
    private static final BoundedCache<Pattern> PATTERNS = new BoundedCache<>(RegexFunctions::compile);
    private static final BoundedCache<Pattern> CASELESS = new BoundedCache<>(
            text -> Pattern.compile(compile(text).pattern(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));

    private RegexFunctions() {}

    /** Whether the pattern is found in the text. */
    public static boolean matches(String text, String pattern) {
        return bounded(PATTERNS.get(pattern), text, Matcher::find);
    }

    /** Whether the pattern is found in the text, small and capital letters alike. */
    public static boolean matchesIgnoringCase(String text, String pattern) {
        return bounded(CASELESS.get(pattern), text, Matcher::find);
    }

    /** SIMILAR TO without an escape character but the backslash. */
    public static boolean similar(String text, String pattern) {
        return similar(text, pattern, "\\");
    }

    /** SIMILAR TO: whether the whole text is as the SQL pattern says. */
    public static boolean similar(String text, String pattern, String escape) {
        return bounded(PATTERNS.get(SimilarPattern.toRegex(pattern, escape)), text, Matcher::matches);
    }

    /** Every match replaced; {@code $1} stands for a group. */
    public static String replace(String text, String pattern, String by) {
        return bounded(PATTERNS.get(pattern), text, matcher -> replaced(matcher, by));
    }

    private static String replaced(Matcher matcher, String by) {
        StringBuilder result = new StringBuilder();
        try {
            while (matcher.find()) {
                matcher.appendReplacement(result, by);
                TextSize.check(result.length());
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw LeatException.of(ErrorCode.DATA, "the replacement '" + by + "' names a group that is not there", e);
        }
        return matcher.appendTail(result).toString();
    }

    /** A group of the first match, 0 for all of it; null if there is none. */
    public static String extract(String text, String pattern, int group) {
        return bounded(PATTERNS.get(pattern), text, matcher -> {
            boolean known = group >= 0 && group <= matcher.groupCount();
            return known && matcher.find() ? matcher.group(group) : null;
        });
    }

    /** How many matches there are, one after the other. */
    public static int count(String text, String pattern) {
        return bounded(PATTERNS.get(pattern), text, matcher -> {
            int count = 0;
            while (matcher.find()) {
                count++;
            }
            return count;
        });
    }

    /** The position from 1 where the first match begins, or 0. */
    public static int position(String text, String pattern) {
        return bounded(
                PATTERNS.get(pattern),
                text,
                matcher -> matcher.find() ? text.codePointCount(0, matcher.start()) + 1 : 0);
    }

    /** Java's matcher calls itself for some patterns; a long text then ends the stack, which is one more bound. */
    private static <R> R bounded(Pattern pattern, String text, Function<Matcher, R> question) {
        try {
            return question.apply(pattern.matcher(new BoundedText(text)));
        } catch (StackOverflowError deep) {
            throw BoundedText.tooLong();
        }
    }

    private static Pattern compile(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw LeatException.of(
                    ErrorCode.DATA, "'" + pattern + "' is not a regular expression: " + e.getDescription());
        }
    }
}
