package io.leat.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.LeatException;
import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** State is found again by fingerprints, so they must not depend on what was planned before, or on where objects lie. */
class StableFingerprintTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/leat/planner");
    private static final String NO_QUERY = "(?m)^(?!> ).*$";

    /** The queries of the golden files, which begin with a mark in each line. */
    private static List<String> queries() throws IOException {
        List<String> queries = new ArrayList<>();
        for (String file : List.of("plans.txt", "windows.txt", "nexmark.txt", "ordered.txt")) {
            Arrays.stream(Files.readString(FOLDER.resolve(file)).split(NO_QUERY))
                    .map(query -> query.replaceAll("(?m)^> ", "").strip())
                    .filter(query -> !query.isEmpty() && !query.startsWith("."))
                    .forEach(queries::add);
        }
        return queries;
    }

    private static Map<String, List<String>> plan(List<String> queries) {
        Map<String, List<String>> fingerprints = new TreeMap<>();
        for (String query : queries) {
            try {
                List<String> nodes = new ArrayList<>();
                collect(TestCatalog.standard().plan(query, QueryKind.CONTINUOUS).plan(), nodes);
                fingerprints.put(query, nodes);
            } catch (LeatException refused) {
                fingerprints.put(query, List.of(refused.getMessage()));
            }
        }
        return fingerprints;
    }

    private static void collect(Plan plan, List<String> into) {
        into.add(Fingerprint.of(plan).hex());
        plan.inputs().forEach(input -> collect(input, into));
    }

    @Test
    void equalQueriesHaveEqualFingerprintsWhateverWasPlannedBefore() throws IOException {
        List<String> queries = queries();
        Map<String, List<String>> once = plan(queries);
        Collections.reverse(queries);
        assertEquals(once, plan(queries));
        long planned = once.values().stream().filter(nodes -> nodes.size() > 1).count();
        assertTrue(planned > 60, planned + " queries were planned");
    }
}
