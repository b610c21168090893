package io.leat.connector.kafka;

import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Logging in with a name and a password: the JAAS line is written here, so that SQL can name no login module. */
final class SaslLogin {
    private static final String PROTOCOL = ClientProperties.PREFIX + "security.protocol";
    private static final String MECHANISM = ClientProperties.PREFIX + "sasl.mechanism";
    private static final String USERNAME = ClientProperties.PREFIX + "sasl.username";
    private static final String PASSWORD = ClientProperties.PREFIX + "sasl.password";

    private static final List<String> PROTOCOLS = List.of("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL");
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";
    private static final Map<String, String> MODULES = Map.of(
            "PLAIN", "org.apache.kafka.common.security.plain.PlainLoginModule",
            "SCRAM-SHA-256", SCRAM,
            "SCRAM-SHA-512", SCRAM);

    private SaslLogin() {}

    /** Checks that name, password, mechanism and protocol go together. */
    static void check(TableDefinition table) {
        String protocol = table.option(PROTOCOL).orElse("PLAINTEXT").trim().toUpperCase(Locale.ROOT);
        if (!PROTOCOLS.contains(protocol)) {
            throw invalid("option '" + PROTOCOL + "' cannot be '" + protocol + "'")
                    .hint("Possible values: " + String.join(", ", PROTOCOLS) + ".");
        }
        if (protocol.startsWith("SASL")) {
            checkLogin(table);
        } else if (table.option(USERNAME).isPresent() || table.option(PASSWORD).isPresent()) {
            throw invalid("a name or password for SASL is given, but '" + PROTOCOL + "' is " + protocol)
                    .hint("Set '" + PROTOCOL + "' to SASL_SSL.");
        }
    }

    private static void checkLogin(TableDefinition table) {
        for (String key : List.of(MECHANISM, USERNAME, PASSWORD)) {
            String value = table.option(key)
                    .orElseThrow(() -> invalid("SASL needs option '" + key + "'")
                            .hint("Give '" + MECHANISM + "', '" + USERNAME + "' and '" + PASSWORD + "'."));
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw invalid("option '" + key + "' has a control character in it");
            }
        }
        String mechanism = mechanism(table);
        if (!MODULES.containsKey(mechanism)) {
            throw invalid("option '" + MECHANISM + "' cannot be '" + mechanism + "'")
                    .hint("Possible values: PLAIN, SCRAM-SHA-256, SCRAM-SHA-512.");
        }
    }

    /** The mechanism as Kafka spells it. */
    static String mechanism(TableDefinition table) {
        return table.option(MECHANISM).orElse("").trim().toUpperCase(Locale.ROOT);
    }

    /** What the client logs in with; empty without SASL. Contains the password. */
    static Optional<String> jaasLine(TableDefinition table) {
        return table.option(USERNAME)
                .map(name -> MODULES.get(mechanism(table))
                        + " required username=" + quoted(name)
                        + " password=" + quoted(table.option(PASSWORD).orElse(""))
                        + ";");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static LeatException invalid(String message) {
        return LeatException.of(ErrorCode.INVALID_OPTION, message);
    }
}
