package io.leat.planner.explain;

import io.leat.core.plan.Plan;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.incremental.RelationFacts;

/** What EXPLAIN says of a plan, in three formats. */
public final class Explanation {
    private final PlanNode root;

    private Explanation(PlanNode root) {
        this.root = root;
    }

    /** The explanation of a plan over a catalog. */
    public static Explanation of(Plan plan, CatalogView catalog) {
        return new Explanation(PlanExplainer.explain(plan, new StateText(new RelationFacts(catalog))));
    }

    /** The plan as a tree of descriptions. */
    public PlanNode root() {
        return root;
    }

    /** A tree for people; lines end with a newline. */
    public String text() {
        return ExplainText.of(root);
    }

    /** One JSON object for the root, with its inputs inside. */
    public String json() {
        return ExplainJson.of(root);
    }

    /** A graph for Graphviz. */
    public String dot() {
        return ExplainDot.of(root);
    }
}
