package io.leat.planner.function;

import static org.apache.calcite.sql.type.SqlTypeFamily.ANY;
import static org.apache.calcite.sql.type.SqlTypeFamily.BOOLEAN;

import io.leat.planner.function.runtime.CollectionFunctions;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;

/** Functions that choose between values, and those of collections. */
final class ConditionDefinitions {

    private ConditionDefinitions() {}

    static final List<FunctionDefinition> ALL = List.of(
            system("IF")
                    .takes(OperandTypes.family(BOOLEAN, ANY, ANY))
                    .returns(call -> leastRestrictive(call, 1))
                    .translated("IF(condition, then, else)", "One value or the other."),
            system("IFNULL")
                    .takes(OperandTypes.SAME_SAME)
                    .returns(ConditionDefinitions::firstNotNull)
                    .translated("IFNULL(value, instead)", "The value, or the other where it is NULL."),
            system("NVL")
                    .takes(OperandTypes.SAME_SAME)
                    .returns(ConditionDefinitions::firstNotNull)
                    .translated("NVL(value, instead)", "The value, or the other where it is NULL."),
            system("GREATEST")
                    .takes(OperandTypes.SAME_VARIADIC)
                    .returns(ReturnTypes.LEAST_RESTRICTIVE.andThen(SqlTypeTransforms.TO_NULLABLE))
                    .translated("GREATEST(value, ...)", "The greatest; NULL if one is NULL."),
            system("LEAST")
                    .takes(OperandTypes.SAME_VARIADIC)
                    .returns(ReturnTypes.LEAST_RESTRICTIVE.andThen(SqlTypeTransforms.TO_NULLABLE))
                    .translated("LEAST(value, ...)", "The least; NULL if one is NULL."),
            new FunctionDefinition(
                    SqlLibraryOperators.TRY_CAST,
                    "TRY_CAST(value AS type)",
                    "The value in another type; NULL where it cannot be converted.",
                    Optional.empty()),
            system("ARRAY_CONTAINS")
                    .takes(OperandTypes.family(SqlTypeFamily.ARRAY, ANY))
                    .returns(SqlTypeName.BOOLEAN)
                    .translated("ARRAY_CONTAINS(array, value)", "Whether the value is in the array."),
            system("ARRAY_JOIN")
                    .takes(OperandTypes.family(SqlTypeFamily.ARRAY, SqlTypeFamily.CHARACTER))
                    .returns(SqlTypeName.VARCHAR)
                    .by(
                            CollectionFunctions.class,
                            "join",
                            "ARRAY_JOIN(array, separator)",
                            "The elements as one text."));

    private static RelDataType leastRestrictive(SqlOperatorBinding call, int from) {
        List<RelDataType> types = call.collectOperandTypes().subList(from, call.getOperandCount());
        return call.getTypeFactory().leastRestrictive(types);
    }

    private static RelDataType firstNotNull(SqlOperatorBinding call) {
        RelDataType type = leastRestrictive(call, 0);
        boolean nullable = call.collectOperandTypes().stream().allMatch(RelDataType::isNullable);
        return type == null ? null : call.getTypeFactory().createTypeWithNullability(type, nullable);
    }

    private static Definition system(String name) {
        return Definition.of(name).of(SqlFunctionCategory.SYSTEM);
    }
}
