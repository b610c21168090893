package io.leat.planner.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each line of {@code expressions.txt}, {@code expression => value}, from SQL text to a value. */
class ExpressionTableTest {
    private static final String ARROW = " => ";
    private static final int CASES_MIN = 250;

    private final ExpressionTester tester =
            new ExpressionTester(TranslationContext.at(Instant.parse("2026-02-03T04:05:06.789Z")));

    @TestFactory
    Stream<DynamicTest> everyLineHasItsValue() throws IOException {
        return cases().stream().map(line -> DynamicTest.dynamicTest(line, () -> check(line)));
    }

    @Test
    void theTableIsAllThere() throws IOException {
        assertTrue(cases().size() >= CASES_MIN, "only " + cases().size() + " cases");
    }

    private void check(String line) {
        int arrow = line.lastIndexOf(ARROW);
        assertEquals(line.substring(arrow + ARROW.length()), tester.value(line.substring(0, arrow)));
    }

    private static List<String> cases() throws IOException {
        List<String> cases = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                ExpressionTableTest.class.getResourceAsStream("expressions.txt"), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> line.contains(ARROW)).forEach(cases::add);
        }
        return cases;
    }
}
