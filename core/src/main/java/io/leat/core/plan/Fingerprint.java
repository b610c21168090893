package io.leat.core.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The stable identity of an operator: a hash of its whole sub-plan. Equal plans have equal fingerprints in every process,
 * so a circuit shares operators by it and state is found again by it.
 */
public record Fingerprint(String hex) {
    private static final int LENGTH = 32;

    /** The fingerprint of a plan. */
    public static Fingerprint of(Plan plan) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(plan.toString().getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(HexFormat.of().formatHex(hash).substring(0, LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
