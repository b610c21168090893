package io.leat.planner.function.runtime;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;

/** Likeness of texts, and parts of URLs. */
public final class SearchFunctions {
    private static final int LEVENSHTEIN_MAX = 4_096;

    private SearchFunctions() {}

    /** How many insertions, deletions and replacements of characters lie between two texts. */
    public static int levenshtein(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        if (a.length > LEVENSHTEIN_MAX || b.length > LEVENSHTEIN_MAX) {
            throw LeatException.of(
                    ErrorCode.LIMIT_EXCEEDED, "LEVENSHTEIN takes texts of at most " + LEVENSHTEIN_MAX + " characters");
        }
        int[] previous = new int[b.length + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 0; i < a.length; i++) {
            previous = row(a[i], i + 1, b, previous);
        }
        return previous[b.length];
    }

    private static int[] row(int character, int first, int[] b, int[] previous) {
        int[] row = new int[b.length + 1];
        row[0] = first;
        for (int j = 0; j < b.length; j++) {
            int replaced = previous[j] + (character == b[j] ? 0 : 1);
            row[j + 1] = Math.min(replaced, Math.min(previous[j + 1], row[j]) + 1);
        }
        return row;
    }

    /** A part of a URL: PROTOCOL, AUTHORITY, USERINFO, HOST, PATH, QUERY, REF or FILE; null if it has none. */
    public static String parseUrl(String url, String part) {
        try {
            return part(new URI(url), part);
        } catch (URISyntaxException notUrl) {
            return null;
        }
    }

    /** The value of a key in the query of a URL; null if it has none. */
    public static String parseUrl(String url, String part, String key) {
        String query = part.equals("QUERY") ? parseUrl(url, part) : null;
        if (query == null) {
            return null;
        }
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(key + "="))
                .map(pair -> pair.substring(key.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private static String part(URI uri, String part) {
        return switch (part) {
            case "PROTOCOL" -> uri.getScheme();
            case "AUTHORITY" -> uri.getRawAuthority();
            case "USERINFO" -> uri.getRawUserInfo();
            case "HOST" -> uri.getHost();
            case "PATH" -> uri.getRawPath();
            case "QUERY" -> uri.getRawQuery();
            case "REF" -> uri.getRawFragment();
            case "FILE" -> uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
            default -> null;
        };
    }
}
