package io.leat.engine.run;

import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Scan;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a new plan can take over from views that are there already: a part of it that computes what a view contains need not be
 * computed from the sources again.
 */
final class Reused {
    private final Map<Fingerprint, LiveView> complete = new HashMap<>();
    private final Set<LiveView> views = new LinkedHashSet<>();
    private final Set<String> relations = new LinkedHashSet<>();

    private Reused(Collection<LivePipeline> pipelines) {
        for (LivePipeline pipeline : pipelines) {
            // What it could not compute must be known, since it is not computed again.
            if (pipeline instanceof LiveView view
                    && view.failure().isEmpty()
                    && view.errors().isPresent()) {
                complete.putIfAbsent(Fingerprint.of(view.plan()), view);
            }
        }
    }

    /** What a plan takes over from what runs. */
    static Reused of(Plan plan, Collection<LivePipeline> pipelines) {
        Reused reused = new Reused(pipelines);
        reused.collect(plan);
        return reused;
    }

    private void collect(Plan plan) {
        LiveView view = complete.get(Fingerprint.of(plan));
        if (view != null) {
            views.add(view);
        } else if (plan instanceof Scan scan) {
            relations.add(scan.relation());
        } else if (plan instanceof LookupJoin join) {
            collect(join.left());
            relations.addAll(PipelineBuilder.scans(join.right()).keySet());
        } else {
            plan.inputs().forEach(this::collect);
        }
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
