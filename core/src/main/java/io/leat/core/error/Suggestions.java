package io.leat.core.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant: the nearest of the names that exist, by edit distance or prefix. */
public final class Suggestions {
    private static final int DISTANCE_MAX = 2;
    private static final int PREFIX_MIN = 3;

    private Suggestions() {}

    /** The candidate nearest to a name, if one is near enough to be worth saying. */
    public static Optional<String> nearest(String name, Collection<String> candidates) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(candidate -> isNear(wanted, candidate.toLowerCase(Locale.ROOT)))
                .min(Comparator.<String>comparingInt(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The sentence {@code did you mean "x"?}, or the list of what exists when nothing is near. */
    public static String didYouMean(String name, Collection<String> candidates, String listIntroduction) {
        Optional<String> nearest = nearest(name, candidates);
        String list = candidates.isEmpty() ? "" : listIntroduction + String.join(", ", candidates) + ".";
        return nearest.map(found -> "did you mean \"" + found + "\"?" + (list.isEmpty() ? "" : " " + list))
                .orElse(list);
    }

    private static boolean isNear(String wanted, String candidate) {
        int allowed = Math.min(DISTANCE_MAX, Math.max(1, wanted.length() / 3));
        boolean prefix = wanted.length() >= PREFIX_MIN && candidate.startsWith(wanted);
        return prefix || distance(wanted, candidate) <= allowed;
    }

    /** Damerau's edit distance: insertions, deletions, substitutions and swaps of neighbours. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
