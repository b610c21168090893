package io.leat.executor.oracle;

import io.leat.core.plan.Plan;
import java.util.List;
import java.util.Random;

/**
 * A random plan of a shape, and a random history that suits it.
 *
 * @param plan the plan
 * @param history what comes, tick by tick
 */
public record RandomCase(Plan plan, List<RandomHistory.Step> history) {

    /** Draws one with 5 rows and fewer than so many more. */
    public static RandomCase of(Random random, RandomPlans.Shape shape, int moreRows) {
        boolean closing = random.nextBoolean();
        Plan plan = new RandomPlans(random, closing).plan(shape);
        boolean keepsClosed = closing || shape == RandomPlans.Shape.EMIT_FINAL;
        List<RandomHistory.Step> any = RandomHistory.of(random, 5 + random.nextInt(moreRows), keepsClosed);
        boolean appends = shape == RandomPlans.Shape.RANK_OF_APPENDED || shape == RandomPlans.Shape.LEADERS_OF_APPENDED;
        return new RandomCase(plan, appends ? RandomHistory.appended(any) : any);
    }
}
