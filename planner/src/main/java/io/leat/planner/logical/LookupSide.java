package io.leat.planner.logical;

import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;

/** Marks the right side of a join as one that is looked up as it is when a left row comes. Its rows are its input's. */
final class LookupSide extends SingleRel {

    LookupSide(RelNode input) {
        super(input.getCluster(), input.getTraitSet(), input);
    }

    @Override
    public RelNode copy(RelTraitSet traitSet, List<RelNode> inputs) {
        return new LookupSide(inputs.get(0));
    }

    /** Whether a join's input is one, perhaps below filters and projections that rules have moved there. */
    static boolean isIn(RelNode input) {
        boolean passes = input instanceof org.apache.calcite.rel.core.Filter
                || input instanceof org.apache.calcite.rel.core.Project;
        return input instanceof LookupSide || passes && isIn(input.getInput(0));
    }
}
