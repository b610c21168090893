package io.leat.connector.kafka;

import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A property of the Kafka client that SQL may set, as {@code properties.NAME}.
 *
 * @param name the client's name for it
 * @param kind what its value is
 * @param scope which clients know it
 * @param description one sentence for people
 */
record AllowedProperty(String name, Kind kind, Scope scope, String description) {

    /** Which clients know a property. */
    enum Scope {
        BOTH,
        CONSUMER,
        PRODUCER,
        /** No client: Leat makes another property of it. */
        NONE
    }

    /** All of them. What is not here is refused: a new property of a new client is harmless until somebody adds it. */
    static final List<AllowedProperty> ALL = List.of(
            both("client.id", Kind.TEXT, "How the broker's logs name this client."),
            both("client.rack", Kind.TEXT, "The rack of this client, to read from the nearest replica."),
            both("client.dns.lookup", Kind.TEXT, "use_all_dns_ips or resolve_canonical_bootstrap_servers_only."),
            both("security.protocol", Kind.TEXT, "PLAINTEXT (default), SSL, SASL_PLAINTEXT or SASL_SSL."),
            both("sasl.mechanism", Kind.TEXT, "PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512."),
            new AllowedProperty("sasl.username", Kind.TEXT, Scope.NONE, "User name for SASL."),
            new AllowedProperty("sasl.password", Kind.SECRET, Scope.NONE, "Password for SASL."),
            both("ssl.truststore.location", Kind.TEXT, "File with the certificates that are trusted."),
            both("ssl.truststore.password", Kind.SECRET, "Password of the trust store."),
            both("ssl.truststore.type", Kind.TEXT, "JKS, PKCS12 or PEM."),
            both("ssl.truststore.certificates", Kind.TEXT, "Trusted certificates as PEM text."),
            both("ssl.keystore.location", Kind.TEXT, "File with this client's key and certificate."),
            both("ssl.keystore.password", Kind.SECRET, "Password of the key store."),
            both("ssl.keystore.type", Kind.TEXT, "JKS, PKCS12 or PEM."),
            both("ssl.keystore.certificate.chain", Kind.TEXT, "This client's certificates as PEM text."),
            both("ssl.keystore.key", Kind.SECRET, "This client's key as PEM text."),
            both("ssl.key.password", Kind.SECRET, "Password of the key in the key store."),
            both("ssl.enabled.protocols", Kind.TEXT, "Versions of TLS that may be used."),
            both("request.timeout.ms", Kind.INTEGER, "How long one request may take."),
            both("retry.backoff.ms", Kind.INTEGER, "How long to wait before a request is sent again."),
            both("retry.backoff.max.ms", Kind.INTEGER, "How long to wait at most before a request is sent again."),
            both("reconnect.backoff.ms", Kind.INTEGER, "How long to wait before connecting again."),
            both("reconnect.backoff.max.ms", Kind.INTEGER, "How long to wait at most before connecting again."),
            both("socket.connection.setup.timeout.ms", Kind.INTEGER, "How long a connection may take."),
            both("socket.connection.setup.timeout.max.ms", Kind.INTEGER, "How long a connection may take at most."),
            both("connections.max.idle.ms", Kind.INTEGER, "When an idle connection is closed."),
            both("metadata.max.age.ms", Kind.INTEGER, "How old what is known of the topics may be."),
            both("receive.buffer.bytes", Kind.INTEGER, "Socket buffer for receiving."),
            both("send.buffer.bytes", Kind.INTEGER, "Socket buffer for sending."),
            consumer(
                    "group.id",
                    Kind.TEXT,
                    "The group that is told how far the table has been read, for tools that show the lag; reading never begins there."),
            consumer("isolation.level", Kind.TEXT, "read_committed (default) or read_uncommitted."),
            consumer("default.api.timeout.ms", Kind.INTEGER, "How long to try to reach the broker; 10000 by default."),
            consumer("session.timeout.ms", Kind.INTEGER, "Timeout of a consumer group's member; has no effect here."),
            consumer("heartbeat.interval.ms", Kind.INTEGER, "Heartbeat of a group's member; has no effect here."),
            consumer("fetch.min.bytes", Kind.INTEGER, "How much the broker collects before it answers."),
            consumer("fetch.max.bytes", Kind.INTEGER, "How much one fetch may bring."),
            consumer("fetch.max.wait.ms", Kind.INTEGER, "How long the broker may collect before it answers."),
            consumer("max.partition.fetch.bytes", Kind.INTEGER, "How much one fetch may bring of one partition."),
            consumer("max.poll.records", Kind.INTEGER, "How many records the client hands over at once."),
            consumer("check.crcs", Kind.BOOLEAN, "Whether checksums are verified; true by default."),
            producer("batch.size", Kind.INTEGER, "Bytes of one batch."),
            producer("linger.ms", Kind.INTEGER, "How long a batch may wait to be filled."),
            producer("buffer.memory", Kind.INTEGER, "Bytes that may wait to be sent."),
            producer("compression.type", Kind.TEXT, "none, gzip, snappy, lz4 or zstd."),
            producer("compression.gzip.level", Kind.INTEGER, "How hard gzip tries."),
            producer("compression.lz4.level", Kind.INTEGER, "How hard lz4 tries."),
            producer("compression.zstd.level", Kind.INTEGER, "How hard zstd tries."),
            producer("delivery.timeout.ms", Kind.INTEGER, "How long to try to deliver a record."),
            producer("max.block.ms", Kind.INTEGER, "How long to wait for the topic or for room; 10000 by default."),
            producer("max.request.size", Kind.INTEGER, "Bytes of the largest request."),
            producer(
                    "transaction.timeout.ms",
                    Kind.INTEGER,
                    "How long readers wait for a process that is stuck; 60000 by default."));

    private static AllowedProperty both(String name, Kind kind, String description) {
        return new AllowedProperty(name, kind, Scope.BOTH, description);
    }

    private static AllowedProperty consumer(String name, Kind kind, String description) {
        return new AllowedProperty(name, kind, Scope.CONSUMER, description);
    }

    private static AllowedProperty producer(String name, Kind kind, String description) {
        return new AllowedProperty(name, kind, Scope.PRODUCER, description);
    }

    static Optional<AllowedProperty> named(String name) {
        return ALL.stream().filter(property -> property.name.equals(name)).findFirst();
    }

    /** Whether a client of that kind is given it. */
    boolean isFor(Scope client) {
        return scope == Scope.BOTH || scope == client;
    }

    ConnectorOption option() {
        return ConnectorOption.optional(ClientProperties.PREFIX + name, kind, description);
    }
}
