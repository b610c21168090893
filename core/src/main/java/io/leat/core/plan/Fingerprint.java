package io.leat.core.plan;

import io.leat.core.expression.Expression;
import io.leat.core.expression.Invoke;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The stable identity of an operator: a hash of its whole sub-plan. Equal plans have equal fingerprints in every process,
 * so a circuit shares operators by it and state is found again by it.
 */
public record Fingerprint(String hex) {
    private static final int LENGTH = 32;

    /** The fingerprint of a plan. */
    public static Fingerprint of(Plan plan) {
        StringBuilder text = new StringBuilder(plan.toString());
        addMethods(plan, text);
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(HexFormat.of().formatHex(hash).substring(0, LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds which methods are called, since a plan's text has their names alone: other classes may have such methods too. */
    private static void addMethods(Plan plan, StringBuilder text) {
        expressions(plan).forEach(expression -> addMethods(expression, text));
        plan.inputs().forEach(input -> addMethods(input, text));
    }

    private static void addMethods(Expression expression, StringBuilder text) {
        if (expression instanceof Invoke invoke) {
            text.append('\n').append(invoke.className()).append('.').append(invoke.methodName());
            text.append(invoke.parameterTypes()).append(invoke.strict());
        }
        expression.operands().forEach(operand -> addMethods(operand, text));
    }

    private static List<Expression> expressions(Plan plan) {
        if (plan instanceof Project project) {
            return project.expressions();
        } else if (plan instanceof Filter filter) {
            return List.of(filter.condition());
        } else if (plan instanceof Join join) {
            return join.residual().stream().toList();
        }
        return plan instanceof LookupJoin join ? join.residual().stream().toList() : List.of();
    }
}
