package io.leat.engine.run;

import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.Plan;
import io.leat.core.plan.RowFailures;
import io.leat.core.plan.Scan;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a new plan can take over from views that are there already: a part of it that computes what a view contains need not be
 * computed from the sources again.
 */
final class Reused {
    private final Map<Fingerprint, LiveView> complete = new HashMap<>();
    private final Set<LiveView> views = new LinkedHashSet<>();
    private final Set<String> relations = new LinkedHashSet<>();
    private final Predicate<String> sources;

    private Reused(Collection<LivePipeline> pipelines, Predicate<String> sources) {
        this.sources = sources;
        for (LivePipeline pipeline : pipelines) {
            // What it could not compute must be known, since it is not computed again.
            if (pipeline instanceof LiveView view
                    && view.failure().isEmpty()
                    && view.errors().isPresent()) {
                complete.putIfAbsent(Fingerprint.of(view.plan()), view);
            }
        }
    }

    /**
     * What a plan takes over from what runs.
     *
     * @param sources of which relations rows say where they come from
     */
    static Reused of(Plan plan, Collection<LivePipeline> pipelines, Predicate<String> sources) {
        Reused reused = new Reused(pipelines, sources);
        reused.collect(plan, false);
        return reused;
    }

    /** @param asked whether those above have to say of rows where they come from, which no content of a view does */
    private void collect(Plan plan, boolean asked) {
        LiveView view = complete.get(Fingerprint.of(plan));
        boolean asking = RowFailures.keepsOrigins(plan) && (asked || RowFailures.canFail(plan));
        if (view != null && !(asked && hasOrigins(plan))) {
            views.add(view);
        } else if (plan instanceof Scan scan) {
            relations.add(scan.relation());
        } else if (plan instanceof LookupJoin join) {
            collect(join.left(), false);
            relations.addAll(PipelineBuilder.scans(join.right()).keySet());
        } else {
            plan.inputs().forEach(input -> collect(input, asking));
        }
    }

    private boolean hasOrigins(Plan plan) {
        return plan instanceof Scan scan
                ? sources.test(scan.relation())
                : RowFailures.keepsOrigins(plan) && plan.inputs().stream().anyMatch(this::hasOrigins);
    }

    /** The views whose content is taken over. */
    List<LiveView> views() {
        return List.copyOf(views);
    }

    /** The relations that the rest reads. */
    Set<String> relations() {
        return relations;
    }
}
