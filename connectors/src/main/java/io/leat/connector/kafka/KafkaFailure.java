package io.leat.connector.kafka;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** Says in our words what the Kafka client says in its own, without any secret of the table. */
final class KafkaFailure {
    private static final String MASK = "******";

    private final ClientProperties clients;

    KafkaFailure(ClientProperties clients) {
        this.clients = clients;
    }

    /**
     * What happened.
     *
     * @param action what was being done, such as {@code reading topic 'bid'}
     * @param tried how long it was tried
     */
    LeatException of(String action, Duration tried, KafkaException failure) {
        if (failure instanceof InterruptException) {
            return LeatException.of(ErrorCode.CANCELED, action + " was interrupted", failure);
        }
        if (failure instanceof AuthenticationException) {
            return LeatException.of(
                            ErrorCode.CONNECTION,
                            clients + " refused the login while " + action + ": " + text(failure),
                            failure)
                    .hint("Check 'properties.security.protocol', 'properties.sasl.*' and 'properties.ssl.*'.");
        }
        if (failure instanceof AuthorizationException) {
            return LeatException.of(ErrorCode.NOT_ALLOWED, action + " is not allowed: " + text(failure), failure)
                    .hint("Ask for the right in Kafka's access control lists.");
        }
        if (failure instanceof TimeoutException) {
            return unreachable(action, tried, failure);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigException) {
                return refused((ConfigException) cause);
            }
        }
        return LeatException.of(ErrorCode.INPUT_OUTPUT, action + " failed: " + text(failure), failure);
    }

    private LeatException unreachable(String action, Duration tried, KafkaException failure) {
        return LeatException.of(
                        ErrorCode.CONNECTION,
                        clients + " did not answer within " + tried.toSeconds() + " s while " + action,
                        failure)
                .hint("Check 'properties.bootstrap.servers', and that the broker runs and can be reached from here"
                        + " under the name that it advertises.");
    }

    /** The client's constructor refuses addresses that cannot be resolved as it refuses any other property. */
    private LeatException refused(ConfigException failure) {
        String text = text(failure);
        if (text.contains("bootstrap")) {
            return LeatException.of(
                            ErrorCode.CONNECTION, "'properties.bootstrap.servers' has no usable address: " + text)
                    .hint("Write host:port, several separated by commas, and check that the names can be resolved.");
        }
        return LeatException.of(ErrorCode.INVALID_OPTION, "the Kafka client refuses a property: " + text)
                .hint("Check the options that begin with 'properties.'.");
    }

    private String text(Throwable failure) {
        String message = failure.getMessage() == null ? "no reason given" : failure.getMessage();
        return masked(message.lines().findFirst().orElse(""), clients.secrets());
    }

    private static String masked(String text, List<String> secrets) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }
}
