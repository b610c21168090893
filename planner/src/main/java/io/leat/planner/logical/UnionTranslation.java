package io.leat.planner.logical;

import io.leat.core.plan.Distinct;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Union;
import io.leat.core.type.Schema;
import io.leat.planner.type.CalciteTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;

/** UNION and UNION ALL. */
final class UnionTranslation {

    private UnionTranslation() {}

    static Plan translate(org.apache.calcite.rel.core.Union union, RelTranslator translator) {
        Schema schema = CalciteTypes.toSchema(union.getRowType());
        List<Plan> inputs = new ArrayList<>();
        for (RelNode input : union.getInputs()) {
            inputs.add(Columns.convert(translator.translate(input), schema));
        }
        Plan all = inputs.size() == 1 ? inputs.get(0) : new Union(inputs, schema);
        return union.all ? all : new Distinct(all, Optional.empty());
    }
}
