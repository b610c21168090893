package io.leat.planner.expression;

import java.util.Optional;
import java.util.function.Predicate;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.util.Util;

/** What in an expression makes its value differ though the row is the same. Views refuse both. */
public final class Volatility {

    private Volatility() {}

    /** The name of a function in it whose value is random. */
    public static Optional<String> nondeterministic(RexNode node) {
        return first(node, operator -> !operator.isDeterministic());
    }

    /** The name of a function in it whose value is the present, CURRENT_TIMESTAMP for example. */
    public static Optional<String> timeDependent(RexNode node) {
        return first(node, SqlOperator::isDynamicFunction);
    }

    private static Optional<String> first(RexNode node, Predicate<SqlOperator> wanted) {
        try {
            node.accept(new RexVisitorImpl<Void>(true) {
                @Override
                public Void visitCall(RexCall call) {
                    if (wanted.test(call.getOperator())) {
                        throw new Util.FoundOne(call.getOperator().getName());
                    }
                    return super.visitCall(call);
                }
            });
            return Optional.empty();
        } catch (Util.FoundOne found) {
            return Optional.of(String.valueOf(found.getNode()));
        }
    }
}
