package io.leat.planner.type;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Makes Calcite's expressions. Calcite folds the cast of a DECIMAL literal to a whole number with the rounding of decimals;
 * here it stays a cast, so that the fraction is cut off as it is in a column.
 */
public final class LeatRexBuilder extends RexBuilder {

    /** A builder of expressions of a factory's types. */
    public LeatRexBuilder(RelDataTypeFactory types) {
        super(types);
    }

    @Override
    public RexNode makeCast(
            SqlParserPos position,
            RelDataType type,
            RexNode operand,
            boolean matchNullability,
            boolean safe,
            RexLiteral format) {
        boolean cutsOff = operand instanceof RexLiteral literal
                && !literal.isNull()
                && SqlTypeUtil.isDecimal(literal.getType())
                && SqlTypeUtil.isIntType(type);
        return cutsOff
                ? makeAbstractCast(position, type, operand, safe, format)
                : super.makeCast(position, type, operand, matchNullability, safe, format);
    }
}
