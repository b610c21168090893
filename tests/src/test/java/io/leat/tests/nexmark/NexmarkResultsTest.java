package io.leat.tests.nexmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.limit.Limits;
import io.leat.tests.kafka.KafkaBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every query gives the results that other engines gave, however its input is cut and wherever it comes from. */
class NexmarkResultsTest {
    private static final int TICK_ROWS_MAX = 700;

    static List<String> queries() {
        return NexmarkScripts.CHECKED;
    }

    /** Ticks of so many rows; small ones are shared by threads all the same. */
    private static Limits ticksOf(int rows) {
        Limits usual = Limits.DEFAULT;
        return usual.withTicksOf(rows, rows < usual.shardRows() ? 1 : usual.shardRows());
    }

    private static void assertResults(ExpectedResults expected, String tables, Limits limits) {
        Map<String, String> results = NexmarkViews.results(tables, queries(), limits, "");
        Map<String, String> right = expected.of(queries());
        results.forEach((query, result) -> assertEquals(right.get(query), result, query));
        assertEquals(right.keySet(), results.keySet());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void alone(String query) {
        ExpectedResults expected = ExpectedResults.USUAL;
        List<String> one = List.of(query);
        assertEquals(expected.of(one), NexmarkViews.results(expected.data().generated(), one, Limits.DEFAULT, ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void togetherInTicksOfRandomSize(int seed) {
        ExpectedResults expected = ExpectedResults.TWENTY_THOUSAND;
        int rows = new SplittableRandom(seed).nextInt(1, TICK_ROWS_MAX);
        assertResults(expected, expected.data().generated(), ticksOf(rows));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void inShards(int shards) {
        ExpectedResults expected = ExpectedResults.TWENTY_THOUSAND;
        String settings = "SET shards = " + shards + ";\n";
        assertEquals(
                expected.of(queries()),
                NexmarkViews.results(expected.data().generated(), queries(), ticksOf(2_000), settings));
    }

    @Test
    void rowByRow() {
        ExpectedResults expected = ExpectedResults.THOUSAND;
        assertResults(expected, expected.data().generated(), ticksOf(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv"})
    void fromFiles(String format, @TempDir Path directory) {
        ExpectedResults expected = ExpectedResults.TWENTY_THOUSAND;
        expected.data().writeFiles(directory, format, 2);
        assertResults(expected, expected.data().inFiles(directory, format), Limits.DEFAULT);
    }

    @Test
    void fromArrow(@TempDir Path directory) {
        ExpectedResults expected = ExpectedResults.TWENTY_THOUSAND;
        expected.data().writeArrow(directory);
        assertResults(expected, expected.data().inFiles(directory, "arrow"), Limits.DEFAULT);
    }

    @Test
    void fromTopics() {
        ExpectedResults expected = ExpectedResults.THOUSAND;
        String address = KafkaBroker.shared().address();
        expected.data().writeTopics(address, "nexmark-", "json", 2);
        assertResults(expected, expected.data().inTopics(address, "nexmark-", "json"), Limits.DEFAULT);
    }
}
