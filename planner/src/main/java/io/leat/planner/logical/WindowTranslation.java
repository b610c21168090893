package io.leat.planner.logical;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Session;
import io.leat.core.plan.Window;
import io.leat.planner.validate.Places;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.core.TableFunctionScan;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/** The table functions TUMBLE, HOP, CUMULATE and SESSION. */
final class WindowTranslation {
    private final String name;
    private final List<Integer> keys = new ArrayList<>();
    private final List<Long> intervals = new ArrayList<>();
    private int timeColumn = -1;

    private WindowTranslation(RexCall call) {
        this.name = call.getOperator().getName();
        call.getOperands().forEach(this::operand);
    }

    static Plan translate(TableFunctionScan function, RelTranslator translator) {
        RexCall call = (RexCall) function.getCall();
        WindowTranslation window = new WindowTranslation(call);
        if (function.getInputs().size() != 1) {
            throw LeatException.unsupported("a query of this kind inside " + window.name, "Put it into a view.");
        }
        Plan input = translator.translate(function.getInput(0));
        try {
            return window.plan(input);
        } catch (LeatException e) {
            throw e.at(Places.of(call.getParserPosition()));
        }
    }

    private void operand(RexNode operand) {
        if (operand.getKind() == SqlKind.DESCRIPTOR) {
            ((RexCall) operand).getOperands().forEach(this::column);
        } else if (operand instanceof RexLiteral literal && !literal.isNull()) {
            intervals.add(literal.getValueAs(BigDecimal.class).longValueExact());
        } else if (operand.getKind() != SqlKind.DEFAULT) {
            throw LeatException.unsupported(
                    "an interval that is computed, in " + name, "Write it as a literal, INTERVAL '10' SECOND.");
        }
    }

    private void column(RexNode column) {
        int index = ((RexInputRef) column).getIndex();
        if (timeColumn < 0) {
            timeColumn = index;
        } else {
            keys.add(index);
        }
    }

    private Plan plan(Plan input) {
        return switch (name) {
            case "TUMBLE" -> fixed(input, Window.Kind.TUMBLE, interval(0), interval(0), offset(1));
            case "HOP" -> fixed(input, Window.Kind.HOP, interval(1), interval(0), offset(2));
            case "CUMULATE" -> fixed(input, Window.Kind.CUMULATE, interval(1), interval(0), offset(2));
            default -> new Session(input, timeColumn, keys, positive(interval(0)), Optional.empty(), Optional.empty());
        };
    }

    private Plan fixed(Plan input, Window.Kind kind, long size, long step, long offset) {
        positive(size);
        positive(step);
        boolean divides = kind != Window.Kind.CUMULATE || size % step == 0;
        if (!divides) {
            throw invalid("the size of CUMULATE must be a multiple of its step")
                    .hint("For example 10 SECOND, 1 MINUTE.");
        }
        return new Window(input, kind, timeColumn, size, step, offset, Optional.empty());
    }

    private long interval(int index) {
        return intervals.get(index);
    }

    private long offset(int index) {
        return index < intervals.size() ? intervals.get(index) : 0;
    }

    private long positive(long interval) {
        if (interval <= 0) {
            throw invalid("the intervals of " + name + " must be greater than zero");
        }
        return interval;
    }

    private static LeatException invalid(String message) {
        return LeatException.of(ErrorCode.INVALID_DEFINITION, message);
    }
}
