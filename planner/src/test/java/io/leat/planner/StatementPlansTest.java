package io.leat.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.Join;
import io.leat.core.plan.Plan;
import io.leat.core.type.DataType;
import io.leat.parser.StatementParser;
import io.leat.parser.statement.Emit;
import io.leat.parser.statement.Insert;
import io.leat.parser.statement.Select;
import io.leat.parser.statement.Statement;
import io.leat.planner.explain.Explanation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementPlansTest {
    private final TestCatalog catalog = TestCatalog.standard();

    private static Statement parse(String sql) {
        return StatementParser.parse(sql, Limits.DEFAULT).statement();
    }

    private String text(Plan plan) {
        return Explanation.of(plan, catalog).text();
    }

    @Test
    void parametersHaveTypesBeforeTheyHaveValues() {
        PlannedQuery query =
                catalog.plan("SELECT id FROM orders WHERE amount > ? AND customer = ?", QueryKind.SNAPSHOT);
        assertEquals(
                List.of("INT", "STRING"),
                query.parameterTypes().stream()
                        .map(type -> type.withNullable(true).toString())
                        .toList());
    }

    @Test
    void parametersTakeTheTypesOfTheColumnsTheyAreStoredIn() {
        for (String source : List.of("VALUES (?, ?), (1, ?)", "SELECT ?, ? UNION ALL SELECT 1, ?")) {
            Insert insert = (Insert) parse("INSERT INTO orders (id, customer) " + source);
            List<DataType> types = new Planner(catalog, PlanningContext.of(Limits.DEFAULT, 0))
                    .planInsert(insert, Emit.NONE, QueryKind.SNAPSHOT)
                    .query()
                    .parameterTypes();
            assertEquals(
                    List.of("INT", "STRING", "STRING"),
                    types.stream()
                            .map(type -> type.withNullable(true).toString())
                            .toList());
        }
    }

    @Test
    void parametersStandForLimits() {
        Select select = (Select) parse("SELECT id FROM orders ORDER BY id LIMIT ?");
        PlanningContext context =
                new PlanningContext(Limits.DEFAULT, 0, java.time.ZoneOffset.UTC, Optional.of(List.of(7)));
        Plan plan = new Planner(catalog, context)
                .plan(select.query(), Emit.NONE, QueryKind.SNAPSHOT)
                .plan();
        assertTrue(text(plan).startsWith("Sort by id limit 7"), text(plan));
    }

    @Test
    void equalPartsOfAQueryAreEqualPlans() {
        String count = "(SELECT auction, COUNT(*) AS n FROM bid GROUP BY auction)";
        Plan plan = catalog.plan(
                        "SELECT a.n, b.n FROM " + count + " a JOIN " + count + " b ON a.auction = b.auction",
                        QueryKind.CONTINUOUS)
                .plan();
        while (!(plan instanceof Join)) {
            plan = plan.inputs().get(0);
        }
        assertEquals(Fingerprint.of(((Join) plan).left()), Fingerprint.of(((Join) plan).right()));
    }

    @Test
    void aViewOnAViewKeepsItsBounds() {
        catalog.withView(
                "hot",
                "SELECT window_end, auction, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE bid, DESCRIPTOR(ts),"
                        + " INTERVAL '1' MINUTE)) GROUP BY window_end, auction");
        String plan = catalog.explain("SELECT window_end, MAX(n) AS most FROM hot GROUP BY window_end EMIT FINAL");
        assertTrue(plan.contains("groups, until the watermark passes window_end"), plan);
    }

    @Test
    void lateRowsThatCountKeepWindowsOpen() {
        String plan = catalog.withLateUpdates("bid")
                .explain("SELECT window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE bid, DESCRIPTOR(ts),"
                        + " INTERVAL '1' MINUTE)) GROUP BY window_end");
        assertTrue(plan.contains("late rows of bid still count ('late.policy' = 'update')"), plan);
        assertFalse(plan.contains("$arrival"), plan);
    }

    @Test
    void planningEndsAtItsLimit() {
        Limits hurried = new Limits(
                1 << 20,
                200,
                java.time.Duration.ofNanos(1),
                1 << 20,
                64,
                100,
                4_096,
                4_096,
                4_096,
                4_096,
                4_096,
                1_024);
        Select select = (Select) parse("SELECT " + "auction + 1, ".repeat(2_000) + "auction FROM bid");
        LeatException error = assertThrows(
                LeatException.class,
                () -> new Planner(catalog, PlanningContext.of(hurried, 0))
                        .plan(select.query(), Emit.NONE, QueryKind.SNAPSHOT));
        assertEquals(ErrorCode.TIMEOUT, error.code());
    }

    @Test
    void warmUpPlansWithoutACatalog() {
        Planner.warmUp();
        assertEquals(DataType.INTEGER, DataType.INTEGER.withNullable(true));
    }

    @Test
    void explanationsComeAsJsonAndAsGraphs() {
        Explanation explanation = Explanation.of(
                catalog.plan("SELECT auction FROM bid WHERE channel = '\"'", QueryKind.CONTINUOUS)
                        .plan(),
                catalog);
        assertTrue(explanation.json().startsWith("{\"operator\":\"Project\",\"detail\":\"auction\""));
        assertTrue(explanation.json().contains("channel = '\\\"'"), explanation.json());
        assertTrue(explanation.dot().contains("n1 -> n0;"), explanation.dot());
    }
}
