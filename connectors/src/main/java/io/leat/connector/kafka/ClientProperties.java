package io.leat.connector.kafka;

import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The properties of the Kafka clients of one table. Only what {@link AllowedProperty} lists reaches a client: others can
 * name classes, files and addresses (CVE-2023-25194, CVE-2024-31141, CVE-2025-27817), and SQL text may come from anyone.
 */
final class ClientProperties {
    /** What stands before a client property in a table's options. */
    static final String PREFIX = "properties.";

    static final String BOOTSTRAP_SERVERS = PREFIX + "bootstrap.servers";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration DELIVERY_TIMEOUT = Duration.ofMinutes(2);

    private final TableDefinition table;

    private ClientProperties(TableDefinition table) {
        this.table = table;
    }

    /**
     * The properties of a table.
     *
     * @throws LeatException if one of them is refused
     */
    static ClientProperties of(TableDefinition table) {
        ClientProperties properties = new ClientProperties(table);
        table.options().keySet().stream()
                .filter(key -> key.startsWith(PREFIX) && !key.equals(BOOTSTRAP_SERVERS))
                .forEach(ClientProperties::check);
        SaslLogin.check(table);
        return properties;
    }

    private static void check(String key) {
        String name = key.substring(PREFIX.length());
        if (AllowedProperty.named(name).isEmpty()) {
            throw LeatException.of(ErrorCode.INVALID_OPTION, "option '" + key + "' is not allowed")
                    .hint(hint(name));
        }
    }

    private static String hint(String name) {
        if (name.equals("auto.offset.reset")) {
            return "Use 'scan.startup.mode'.";
        }
        if (name.equals("sasl.jaas.config")) {
            return "Use 'properties.sasl.username' and 'properties.sasl.password'.";
        }
        List<String> names =
                AllowedProperty.ALL.stream().map(AllowedProperty::name).toList();
        return Suggestions.nearest(name, names)
                .map(near -> "did you mean '" + PREFIX + near + "'?")
                .orElse("Only client properties that cannot load classes or read files are passed on to Kafka.");
    }

    /** The options that a table may have for its clients. */
    static List<ConnectorOption> options() {
        List<ConnectorOption> options = new ArrayList<>();
        options.add(ConnectorOption.required(
                BOOTSTRAP_SERVERS, Kind.TEXT, "The brokers to ask first, as host:port, separated by commas."));
        AllowedProperty.ALL.forEach(property -> options.add(property.option()));
        // Matches the rest, so that check() can say why it is refused, and so that its value is masked everywhere.
        options.add(ConnectorOption.optional(PREFIX + "*", Kind.SECRET, "Other client properties are refused."));
        return options;
    }

    /** The brokers to ask first, as the table gives them. */
    String servers() {
        return table.option(BOOTSTRAP_SERVERS).orElse("");
    }

    /** How long to try to reach a broker before giving up, where giving up is possible. */
    Duration timeout() {
        return new OptionReader(table, options())
                .integer(PREFIX + ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG)
                .map(Duration::ofMillis)
                .orElse(TIMEOUT);
    }

    /** How long to try to get a record into its topic. */
    Duration deliveryTimeout() {
        return new OptionReader(table, options())
                .integer(PREFIX + ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG)
                .map(Duration::ofMillis)
                .orElse(DELIVERY_TIMEOUT);
    }

    /** The values that nobody may see. */
    List<String> secrets() {
        return table.options().entrySet().stream()
                .filter(entry -> isSecret(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static boolean isSecret(String key) {
        return options().stream()
                .filter(option -> option.matches(key))
                .findFirst()
                .map(option -> option.kind() == Kind.SECRET)
                .orElse(false);
    }

    /** The properties of a consumer. */
    Map<String, Object> consumer(Optional<Duration> discovery) {
        Map<String, Object> all = common();
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50_000);
        all.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 20);
        all.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 << 20);
        discovery.ifPresent(interval -> all.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, interval.toMillis()));
        addGiven(all, AllowedProperty.Scope.CONSUMER);
        return all;
    }

    /** The consumer group that is named, if one is. */
    Optional<String> group() {
        return table.option(PREFIX + ConsumerConfig.GROUP_ID_CONFIG).map(String::trim);
    }

    /** The properties of a producer: idempotent, so that a retry never doubles or reorders records. */
    Map<String, Object> producer() {
        Map<String, Object> all = common();
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT.toMillis());
        addGiven(all, AllowedProperty.Scope.PRODUCER);
        return all;
    }

    private Map<String, Object> common() {
        ClientHardening.apply();
        Map<String, Object> all = new HashMap<>();
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers());
        all.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        all.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        SaslLogin.jaasLine(table).ifPresent(line -> all.put(SaslConfigs.SASL_JAAS_CONFIG, line));
        return all;
    }

    private void addGiven(Map<String, Object> all, AllowedProperty.Scope client) {
        for (AllowedProperty property : AllowedProperty.ALL) {
            if (property.isFor(client)) {
                table.option(PREFIX + property.name()).ifPresent(value -> all.put(property.name(), value.trim()));
            }
        }
        all.computeIfPresent(SaslConfigs.SASL_MECHANISM, (name, value) -> SaslLogin.mechanism(table));
    }

    /** Says where, never with what secrets. */
    @Override
    public String toString() {
        return "Kafka at " + servers();
    }
}
