package io.leat.planner.logical;

import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.plan.Constant;
import io.leat.core.plan.Plan;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.planner.type.CalciteTypes;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexLiteral;

/** Rows written in the query. */
final class ValuesTranslation {

    private ValuesTranslation() {}

    static Plan translate(Values values, RelTranslator translator) {
        Schema schema = CalciteTypes.toSchema(values.getRowType());
        List<List<Literal>> rows = new ArrayList<>();
        for (List<RexLiteral> tuple : values.getTuples()) {
            rows.add(row(tuple, schema, translator));
        }
        return new Constant(rows, schema);
    }

    private static List<Literal> row(List<RexLiteral> tuple, Schema schema, RelTranslator translator) {
        List<Literal> row = new ArrayList<>();
        for (int i = 0; i < tuple.size(); i++) {
            row.add(literal(translator.expressions().translate(tuple.get(i)), schema.type(i)));
        }
        return row;
    }

    /** Calcite has made the literals' values fit the column's type; only the type's width may differ. */
    private static Literal literal(Expression value, DataType type) {
        if (value instanceof Literal literal) {
            boolean same = literal.type().withNullable(true).equals(type.withNullable(true));
            return same ? literal : ConstantCast.cast(literal, type);
        }
        throw LeatException.unsupported("an expression of this kind in VALUES", "Write SELECT and UNION ALL instead.");
    }
}
