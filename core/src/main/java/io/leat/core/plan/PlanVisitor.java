package io.leat.core.plan;

/** One answer for each kind of {@link Plan}. */
public interface PlanVisitor<R> {

    /** Answers for a leaf that reads a table or view. */
    R scan(Scan scan);

    /** Answers for rows written in the query. */
    R constant(Constant constant);

    /** Answers for a selection. */
    R filter(Filter filter);

    /** Answers for a projection. */
    R project(Project project);

    /** Answers for the time of the tick. */
    R processingTime(ProcessingTime processingTime);

    /** Answers for windows of fixed size. */
    R window(Window window);

    /** Answers for session windows. */
    R session(Session session);

    /** Answers for the move of times to the starts of panes. */
    R panes(Panes panes);

    /** Answers for the removal of late rows. */
    R onTime(OnTime onTime);

    /** Answers for a grouping of each change by itself. */
    R partialAggregate(PartialAggregate partial);

    /** Answers for a grouping. */
    R aggregate(Aggregate aggregate);

    /** Answers for the removal of duplicates. */
    R distinct(Distinct distinct);

    /** Answers for a join. */
    R join(Join join);

    /** Answers for a join with what the right relation has when a left row comes. */
    R lookupJoin(LookupJoin lookupJoin);

    /** Answers for UNION ALL. */
    R union(Union union);

    /** Answers for the first rows of partitions. */
    R rank(Rank rank);

    /** Answers for functions over neighbouring rows. */
    R over(Over over);

    /** Answers for EMIT FINAL. */
    R emitFinal(EmitFinal emitFinal);

    /** Answers for an order with limit. */
    R sort(Sort sort);
}
