package io.leat.connector.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The names under which sinks write, short enough for names of files: two sinks never have the same. */
final class WriterName {
    private static final int BYTES = 8;

    private WriterName() {}

    /** The name of the sink with an identity: always the same one. */
    static String of(String identity) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The name of a sink without an identity: of the first run, the second one, and so on. */
    static String ofRun(int run) {
        return run == 0 ? "" : String.format(Locale.ROOT, "run%d", run);
    }

    /** Which run has a name; -1 if it is of a sink with an identity. */
    static int run(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        boolean numbered = name.matches("run\\d{1,9}");
        return numbered ? Integer.parseInt(name.substring("run".length())) : -1;
    }
}
