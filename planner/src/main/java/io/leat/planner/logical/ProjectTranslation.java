package io.leat.planner.logical;

import io.leat.core.expression.Expression;
import io.leat.core.plan.Plan;
import io.leat.core.plan.ProcessingTime;
import io.leat.core.plan.Project;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import java.util.ArrayList;
import java.util.List;

/** Projections. */
final class ProjectTranslation {

    private ProjectTranslation() {}

    static Plan translate(org.apache.calcite.rel.core.Project project, RelTranslator translator) {
        Plan input = translator.translate(project.getInput());
        List<Expression> expressions =
                translator.processingTimes().resolved(translator.expressions().translate(project.getProjects()));
        if (ProcessingTimes.areIn(expressions)) {
            ProcessingTime timed = new ProcessingTime(input);
            List<Expression> moved = ProcessingTimes.taken(expressions, timed);
            return new Project(timed, moved, schema(project.getRowType().getFieldNames(), moved));
        }
        return new Project(input, expressions, schema(project.getRowType().getFieldNames(), expressions));
    }

    /** Columns of the given names with the expressions' types. */
    static Schema schema(List<String> names, List<Expression> expressions) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            fields.add(new Field(names.get(i), expressions.get(i).type()));
        }
        return new Schema(fields);
    }
}
