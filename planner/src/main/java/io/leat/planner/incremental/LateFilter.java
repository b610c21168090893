package io.leat.planner.incremental;

import io.leat.core.expression.Call;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Session;
import io.leat.core.type.DataType;
import io.leat.planner.logical.Columns;
import java.util.List;

/** Leaves late rows out before they reach a session, and the arrival with them. */
final class LateFilter {

    private LateFilter() {}

    /** The session's input with only those rows whose time is after their arrival; both are milliseconds. */
    static Plan apply(Session session, ArrivalCarrier.Carried carried) {
        Expression time = new ColumnReference(
                session.timeColumn(),
                DataType.BIGINT.withNullable(
                        session.input().schema().type(session.timeColumn()).nullable()));
        Expression arrival = Columns.reference(carried.plan(), carried.arrival());
        Expression onTime = new Call(
                Operation.GREATER,
                List.of(time, arrival),
                DataType.BOOLEAN.withNullable(time.type().nullable()));
        return Columns.select(
                new Filter(carried.plan(), onTime),
                Columns.range(0, session.input().schema().size()));
    }
}
