package io.leat.core.plan;

import io.leat.core.type.Schema;
import java.util.List;

/** A relation and how it is made. */
public sealed interface Plan
        permits Scan,
                Constant,
                Filter,
                Project,
                ProcessingTime,
                Window,
                Session,
                Panes,
                OnTime,
                PartialAggregate,
                Aggregate,
                Distinct,
                Join,
                LookupJoin,
                Union,
                Rank,
                Over,
                EmitFinal,
                Sort {

    /** The columns of the relation. */
    Schema schema();

    /** The relations that it is made from. */
    List<Plan> inputs();

    /** Answers according to which kind of plan this is. */
    <R> R accept(PlanVisitor<R> visitor);
}
