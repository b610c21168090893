package io.leat.planner.validate;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperandCountRange;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.SqlWindowTableFunction;
import org.apache.calcite.sql.type.SqlOperandCountRanges;
import org.apache.calcite.sql.type.SqlOperandMetadata;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * A table function that gives rows their windows: TUMBLE, HOP, CUMULATE or SESSION.
 *
 * <p>Calcite has three of them, but without {@code window_time}, without CUMULATE, and with messages that list signatures
 * only.
 */
public final class WindowFunction extends SqlWindowTableFunction {

    WindowFunction(String name, int intervals, int intervalsMost, List<String> parameters) {
        super(name, new Signature(name, intervals, intervalsMost, parameters));
    }

    @Override
    public SqlReturnTypeInference getRowTypeInference() {
        return WindowFunction::rowType;
    }

    private static RelDataType rowType(SqlOperatorBinding binding) {
        SqlCallBinding call = (SqlCallBinding) binding;
        RelDataType input = call.getOperandType(0);
        RelDataTypeFactory factory = call.getTypeFactory();
        RelDataType time = factory.createTypeWithNullability(
                WindowOperands.column(call, WindowOperands.descriptor(call, 1)).getType(), false);
        return factory.builder()
                .kind(input.getStructKind())
                .addAll(input.getFieldList())
                .add("window_start", time)
                .add("window_end", time)
                .add("window_time", time)
                .build();
    }

    /** What its arguments must be. */
    private record Signature(String name, int intervals, int intervalsMost, List<String> parameters)
            implements SqlOperandMetadata {

        @Override
        public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
            checkTimeColumn(binding);
            int next = 2;
            if (name.equals("SESSION") && binding.operand(2).getKind() == SqlKind.DESCRIPTOR) {
                WindowOperands.descriptor(binding, 2)
                        .getOperandList()
                        .forEach(key -> WindowOperands.column(binding, key));
                next++;
            }
            for (int i = next; i < binding.getOperandCount(); i++) {
                checkInterval(binding, binding.operand(i));
            }
            return true;
        }

        private void checkTimeColumn(SqlCallBinding binding) {
            RelDataType type = WindowOperands.column(binding, WindowOperands.descriptor(binding, 1))
                    .getType();
            if (!SqlTypeUtil.isTimestamp(type)) {
                SqlNode column = WindowOperands.descriptor(binding, 1).operand(0);
                throw LeatException.of(
                                ErrorCode.TYPE_MISMATCH,
                                "the time column \"" + column + "\" of " + name + " is "
                                        + TypeNames.one(type.getFullTypeString())
                                        + ", not TIMESTAMP or TIMESTAMP_LTZ")
                        .at(Places.of(column))
                        .hint("Convert it in a computed column or a sub-query, for example CAST(" + column
                                + " AS TIMESTAMP(3)).");
            }
        }

        private void checkInterval(SqlCallBinding binding, SqlNode operand) {
            if (operand.getKind() == SqlKind.DEFAULT) {
                return;
            }
            RelDataType type = binding.getValidator().deriveType(binding.getScope(), operand);
            if (!SqlTypeName.DAY_INTERVAL_TYPES.contains(type.getSqlTypeName())) {
                throw LeatException.of(ErrorCode.TYPE_MISMATCH, name + " expects an interval of days or less here")
                        .at(Places.of(operand))
                        .hint("Write for example INTERVAL '10' SECOND, as in " + getAllowedSignatures(null, name)
                                + ".");
            }
        }

        @Override
        public SqlOperandCountRange getOperandCountRange() {
            return SqlOperandCountRanges.between(2 + intervals, 2 + intervalsMost);
        }

        @Override
        public String getAllowedSignatures(SqlOperator operator, String operatorName) {
            return WindowFunctions.usage(name).orElse(operatorName);
        }

        @Override
        public List<RelDataType> paramTypes(RelDataTypeFactory factory) {
            return parameters.stream()
                    .map(parameter -> factory.createSqlType(SqlTypeName.ANY))
                    .toList();
        }

        @Override
        public List<String> paramNames() {
            return parameters;
        }

        @Override
        public boolean isOptional(int operand) {
            return operand >= 2 + intervals;
        }

        @Override
        public Consistency getConsistency() {
            return Consistency.NONE;
        }
    }

    /** The windows' arguments as they were written. */
    static final class WindowOperands {
        private WindowOperands() {}

        static SqlCall descriptor(SqlCallBinding binding, int operand) {
            SqlNode node = binding.operand(operand);
            if (node.getKind() == SqlKind.DESCRIPTOR) {
                return (SqlCall) node;
            }
            throw LeatException.of(
                            ErrorCode.TYPE_MISMATCH,
                            binding.getOperator().getName() + " expects DESCRIPTOR(column) here")
                    .at(Places.of(node));
        }

        /** The column that a descriptor, or one of its names, names. */
        static org.apache.calcite.rel.type.RelDataTypeField column(SqlCallBinding binding, SqlNode name) {
            SqlNode wanted = name instanceof SqlCall descriptor ? descriptor.operand(0) : name;
            RelDataType input = binding.getOperandType(0);
            String text = wanted.toString();
            return input.getFieldList().stream()
                    .filter(field -> field.getName().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> NameErrors.unknownColumn(text, "", input.getFieldNames())
                            .at(Places.of(wanted)));
        }
    }
}
