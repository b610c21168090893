package io.leat.planner.incremental;

import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Distinct;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Lateness;
import io.leat.core.plan.OnTime;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Union;
import io.leat.core.type.Schema;
import io.leat.planner.logical.Columns;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Lets the late rows of tables leave where they are scanned, so that the event time of what remains closes: no row of it
 * is older than the watermark.
 */
final class LateRows {
    private final RelationFacts facts;
    private final long allowanceMillis;

    private LateRows(RelationFacts facts, long allowanceMillis) {
        this.facts = facts;
        this.allowanceMillis = allowanceMillis;
    }

    /** The slack by which the time closes: no later change is less than the watermark, but it may be the same. */
    static long slack(OnTime onTime) {
        return -1 - onTime.allowanceMillis();
    }

    /**
     * The plan without late rows; empty if that is not to be told: rows are taken back, joined or grouped on the way, or given
     * windows, which have late rows of their own.
     *
     * @param allowanceMillis how long after its time a row may still come
     */
    static Optional<Plan> leave(Plan plan, RelationFacts facts, long allowanceMillis) {
        return new LateRows(facts, allowanceMillis).leave(plan);
    }

    private Optional<Plan> leave(Plan plan) {
        if (plan instanceof Scan scan) {
            return scan(scan);
        }
        if (plan instanceof Filter filter) {
            return leave(filter.input()).map(input -> new Filter(input, filter.condition()));
        }
        if (plan instanceof Project project) {
            return leave(project.input()).map(input -> new Project(input, project.expressions(), project.schema()));
        }
        if (plan instanceof Distinct distinct) {
            return leave(distinct.input()).map(input -> new Distinct(input, distinct.closing()));
        }
        return plan instanceof Union union ? union(union) : Optional.empty();
    }

    private Optional<Plan> union(Union union) {
        List<Optional<Plan>> inputs = union.inputs().stream().map(this::leave).toList();
        return inputs.stream().allMatch(Optional::isPresent)
                ? Optional.of(new Union(inputs.stream().map(Optional::get).toList(), union.schema()))
                : Optional.empty();
    }

    private Optional<Plan> scan(Scan scan) {
        OptionalInt time = facts.eventTime(scan);
        if (time.isEmpty() || scan.changes() == ChangeMode.UPDATING) {
            return Optional.empty();
        }
        int width = scan.columns().size();
        Schema schema = scan.arrival() ? scan.schema() : scan.schema().concat(Schema.of(Scan.ARRIVAL));
        Scan arriving = new Scan(scan.relation(), scan.columns(), true, scan.changes(), schema);
        OnTime onTime = new OnTime(arriving, time.getAsInt(), new Lateness(width, scan.relation()), allowanceMillis);
        return Optional.of(Columns.select(onTime, Columns.range(0, scan.schema().size())));
    }
}
