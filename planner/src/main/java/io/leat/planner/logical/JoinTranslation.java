package io.leat.planner.logical;

import io.leat.core.error.LeatException;
import io.leat.core.expression.Cast;
import io.leat.core.expression.Expression;
import io.leat.core.plan.Join;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import io.leat.planner.type.CalciteTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexNode;

/** Joins: equalities of columns become keys, the rest of the condition stays a condition. */
final class JoinTranslation {

    private JoinTranslation() {}

    static Plan translate(org.apache.calcite.rel.core.Join join, RelTranslator translator) {
        List<Integer> leftKeys = new ArrayList<>();
        List<Integer> rightKeys = new ArrayList<>();
        RexNode rest = RelOptUtil.splitJoinCondition(
                join.getLeft(), join.getRight(), join.getCondition(), leftKeys, rightKeys, null);
        Side left = new Side(translator.translate(join.getLeft()), leftKeys);
        Side right = new Side(translator.translate(join.getRight()), rightKeys);
        agree(left, right, join);
        Optional<Expression> residual = rest.isAlwaysTrue()
                ? Optional.empty()
                : Optional.of(translator.expressions().translate(rest));
        residual.filter(condition -> ProcessingTimes.areIn(List.of(condition))).ifPresent(condition -> {
            throw LeatException.unsupported(
                    "PROCTIME() in the condition of a join", "Select it as a column of one side and compare that.");
        });
        Join.Kind kind = kind(join.getJoinType());
        boolean lookup = LookupSide.isIn(join.getRight())
                && !translator.processingTimes().isFinite();
        return lookup ? lookUp(kind, left, right, residual) : assemble(kind, left, right, residual);
    }

    /** An input with its keys; columns that had to be converted to compare come at its end. */
    private static final class Side {
        private final int width;
        private final List<Integer> keys;
        private Plan plan;

        Side(Plan plan, List<Integer> keys) {
            this.plan = plan;
            this.width = plan.schema().size();
            this.keys = keys;
        }

        DataType type(int key) {
            return plan.schema().type(keys.get(key));
        }

        void convert(int key, DataType type) {
            int column = keys.get(key);
            DataType own = plan.schema().type(column);
            if (own.withNullable(true).equals(type.withNullable(true))) {
                return;
            }
            List<Expression> expressions = new ArrayList<>();
            Columns.range(0, plan.schema().size()).forEach(i -> expressions.add(Columns.reference(plan, i)));
            Expression converted = new Cast(Columns.reference(plan, column), type.withNullable(own.nullable()), false);
            expressions.add(converted);
            List<Field> fields = new ArrayList<>(plan.schema().fields());
            fields.add(new Field("$key" + key, converted.type()));
            keys.set(key, plan.schema().size());
            plan = new Project(plan, expressions, new Schema(fields));
        }
    }

    /** Keys are compared as they lie in memory, so both sides of a pair must have one type. */
    private static void agree(Side left, Side right, org.apache.calcite.rel.core.Join join) {
        RelDataTypeFactory types = join.getCluster().getTypeFactory();
        for (int i = 0; i < left.keys.size(); i++) {
            if (!comparable(left.type(i), right.type(i))) {
                RelDataType common = types.leastRestrictive(List.of(
                        CalciteTypes.toRelDataType(left.type(i), types),
                        CalciteTypes.toRelDataType(right.type(i), types)));
                DataType type = common == null ? DataType.STRING : CalciteTypes.toDataType(common);
                left.convert(i, type);
                right.convert(i, type);
            }
        }
    }

    private static boolean comparable(DataType left, DataType right) {
        boolean integers = left.kind().isInteger() && right.kind().isInteger();
        boolean texts = left.kind() == TypeKind.VARCHAR && right.kind() == TypeKind.VARCHAR;
        return integers || texts || left.withNullable(true).equals(right.withNullable(true));
    }

    private static Plan assemble(Join.Kind kind, Side left, Side right, Optional<Expression> residual) {
        Join join = new Join(
                left.plan,
                right.plan,
                kind,
                left.keys,
                right.keys,
                moved(residual, left),
                Optional.empty(),
                Optional.empty(),
                JoinSchema.of(kind, left.plan.schema(), right.plan.schema()));
        return withoutAdded(join, left, kind == Join.Kind.SEMI || kind == Join.Kind.ANTI ? null : right);
    }

    private static Plan lookUp(Join.Kind kind, Side left, Side right, Optional<Expression> residual) {
        LookupJoin join = new LookupJoin(
                left.plan,
                right.plan,
                kind == Join.Kind.LEFT,
                left.keys,
                right.keys,
                moved(residual, left),
                JoinSchema.of(kind, left.plan.schema(), right.plan.schema()));
        return withoutAdded(join, left, right);
    }

    /** Columns of the right behind those that were added to the left. */
    private static Optional<Expression> moved(Optional<Expression> residual, Side left) {
        int added = left.plan.schema().size() - left.width;
        return residual.map(rest -> ColumnMapping.remap(rest, column -> column < left.width ? column : column + added));
    }

    private static Plan withoutAdded(Plan join, Side left, Side right) {
        List<Integer> kept = new ArrayList<>(Columns.range(0, left.width));
        if (right != null) {
            int start = left.plan.schema().size();
            kept.addAll(Columns.range(start, start + right.width));
        }
        return Columns.select(join, kept);
    }

    private static Join.Kind kind(JoinRelType type) {
        return switch (type) {
            case INNER -> Join.Kind.INNER;
            case LEFT -> Join.Kind.LEFT;
            case RIGHT -> Join.Kind.RIGHT;
            case FULL -> Join.Kind.FULL;
            case SEMI -> Join.Kind.SEMI;
            case ANTI -> Join.Kind.ANTI;
            default -> throw LeatException.unsupported("this kind of join", "Use an INNER or an OUTER JOIN.");
        };
    }
}
