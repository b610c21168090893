package io.leat.tests.exactly;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a verifier has found wrong, and how much it has looked at. */
final class Findings {
    private static final int PROBLEMS_MAX = 20;

    private final List<String> problems = new ArrayList<>();
    private long rows;
    private long lost;
    private long repeated;

    /** Compares rows without regard to their order. */
    void compare(String what, Collection<String> expected, Collection<String> found) {
        Map<String, Integer> counts = new HashMap<>();
        expected.forEach(row -> counts.merge(row, 1, Integer::sum));
        found.forEach(row -> counts.merge(row, -1, Integer::sum));
        rows += found.size();
        counts.forEach((row, count) -> {
            if (count > 0) {
                lost += count;
                problem(what + " lacks " + row);
            } else if (count < 0) {
                repeated -= count;
                problem(what + " has too often, or should not have, " + row);
            }
        });
    }

    /** Notes rows of which each was checked elsewhere. */
    void seen(long count) {
        rows += count;
    }

    /** Notes a row that is there again. */
    void repeated(String problem) {
        repeated++;
        problem(problem);
    }

    /** Notes that two things are not the same, if so. */
    void same(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            problem(what + " is " + found + " instead of " + expected);
        }
    }

    private void problem(String problem) {
        if (problems.size() < PROBLEMS_MAX) {
            problems.add(problem);
        }
    }

    long rows() {
        return rows;
    }

    long lost() {
        return lost;
    }

    long repeated() {
        return repeated;
    }

    /** The first problems; empty if all is well. */
    List<String> problems() {
        return Collections.unmodifiableList(problems);
    }
}
