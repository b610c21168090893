package io.leat.tests.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.LeatException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Runs a script under a regime and compares every answer with the expected one. */
final class GoldenCheck {
    private final GoldenScript script;
    private final Regime regime;
    private final long seed;

    /** A check; the seed decides where random ticks are cut. */
    GoldenCheck(GoldenScript script, Regime regime, long seed) {
        this.script = script;
        this.regime = regime;
        this.seed = seed;
    }

    /** Runs all directives in a database of their own; answers what they gave. */
    List<List<String>> run(Path folder, boolean compare) {
        List<List<String>> answers = new ArrayList<>();
        try (ScriptRun run = new ScriptRun(regime, new Random(seed), folder)) {
            for (Directive directive : script.directives()) {
                List<String> answer = answer(run, directive);
                answers.add(answer);
                if (compare) {
                    compare(directive, answer);
                }
            }
            run.finish();
        }
        return answers;
    }

    private List<String> answer(ScriptRun run, Directive directive) {
        try {
            return run.run(directive);
        } catch (LeatException e) {
            String detail = e.hint().map(hint -> " (" + hint + ")").orElse("");
            throw new AssertionError(place(directive) + "\n" + e.sqlState() + " " + e.getMessage() + detail, e);
        }
    }

    private void compare(Directive directive, List<String> answer) {
        if (directive.isError()) {
            String state = directive.words().get(1);
            assertTrue(answer.get(0).startsWith("ERROR " + state + " "), () -> place(directive) + "\n" + answer);
        }
        if (!directive.isError() || !directive.expected().isEmpty()) {
            assertEquals(String.join("\n", expected(directive)), String.join("\n", answer), () -> place(directive));
        }
    }

    private static List<String> expected(Directive directive) {
        boolean inOrder = directive.isError() || directive.word().equals("ordered");
        return inOrder
                ? directive.expected()
                : directive.expected().stream().sorted().toList();
    }

    private String place(Directive directive) {
        String random = regime == Regime.RANDOM ? ", repeat with -Dleat.seed=" + seed : "";
        return script.path() + ":" + directive.line() + " (" + regime.title() + random + ")\n" + directive.text();
    }
}
