package io.leat.connector.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.ErrorText;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.time.Clock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

/** Only harmless client properties get through, and secrets stay secret. */
class ClientPropertiesTest {
    private static final String CANARY = "hunter2-canary";

    private static final Map<String, String> LOGIN = Map.of(
            "properties.security.protocol", "SASL_PLAINTEXT",
            "properties.sasl.mechanism", "PLAIN",
            "properties.sasl.username", "ann",
            "properties.sasl.password", CANARY);

    private final Connector connector = new KafkaConnector();

    private static Set<String> everyName() {
        Set<String> names = new TreeSet<>(ConsumerConfig.configNames());
        names.addAll(ProducerConfig.configNames());
        names.addAll(AdminClientConfig.configNames());
        return names;
    }

    @Test
    void everyPropertyOfTheClientsIsListedOrRefused() {
        int refused = 0;
        for (String name : everyName()) {
            if (name.equals("bootstrap.servers") || AllowedProperty.named(name).isPresent()) {
                continue;
            }
            TableDefinition table = KafkaTables.raw(Map.of("properties." + name, "x"));
            LeatException error = assertThrows(LeatException.class, () -> connector.validate(table), name);
            assertEquals(ErrorCode.INVALID_OPTION, error.code());
            assertEquals("option 'properties." + name + "' is not allowed", error.getMessage());
            refused++;
        }
        assertTrue(refused > 60, "refused only " + refused);
    }

    @Test
    void whatIsListedIsKnownToAClient() {
        for (AllowedProperty property : AllowedProperty.ALL) {
            boolean ours = property.scope() == AllowedProperty.Scope.NONE;
            assertTrue(ours || everyName().contains(property.name()), property.name());
        }
    }

    @Test
    void nothingThatIsListedNamesAClassOrAddress() {
        for (AllowedProperty property : AllowedProperty.ALL) {
            String name = property.name();
            assertFalse(name.contains("class") || name.contains("jaas") || name.contains("url"), name);
            assertFalse(name.contains("provider") || name.contains("interceptor") || name.contains("oauth"), name);
        }
        assertTrue(
                AllowedProperty.named("ssl.endpoint.identification.algorithm").isEmpty());
    }

    @Test
    void aRefusedPropertyNeverReachesAClient() {
        TableDefinition table = KafkaTables.raw(Map.of("properties.sasl.jaas.config", CANARY));
        LeatException error =
                assertThrows(LeatException.class, () -> connector.openSource(table, SourceRange.ALL, sourceContext()));
        assertEquals("option 'properties.sasl.jaas.config' is not allowed", error.getMessage());
        assertEquals(
                "Use 'properties.sasl.username' and 'properties.sasl.password'.",
                error.hint().orElseThrow());
    }

    @Test
    void anUnlistedPropertyIsMaskedLikeASecret() {
        ConnectorOption option = connector.options().stream()
                .filter(candidate -> candidate.matches("properties.sasl.jaas.config"))
                .findFirst()
                .orElseThrow();
        assertEquals(ConnectorOption.Kind.SECRET, option.kind());
    }

    @Test
    void nameAndPasswordBecomeTheLoginLine() {
        TableDefinition table = KafkaTables.raw(KafkaTables.with(LOGIN, "properties.sasl.password", "a\"b\\c"));
        Map<String, Object> properties = ClientProperties.of(table).producer();
        assertEquals(
                "org.apache.kafka.common.security.plain.PlainLoginModule required"
                        + " username=\"ann\" password=\"a\\\"b\\\\c\";",
                properties.get("sasl.jaas.config"));
        assertEquals("PLAIN", properties.get("sasl.mechanism"));
        assertFalse(properties.containsKey("sasl.password"));
    }

    @Test
    void mechanismsThatReadFilesOrAddressesAreRefused() {
        TableDefinition table = KafkaTables.raw(KafkaTables.with(LOGIN, "properties.sasl.mechanism", "OAUTHBEARER"));
        LeatException error = assertThrows(LeatException.class, () -> connector.validate(table));
        assertEquals("option 'properties.sasl.mechanism' cannot be 'OAUTHBEARER'", error.getMessage());
    }

    @Test
    void aPasswordWithoutSaslIsRefused() {
        TableDefinition table = KafkaTables.raw(Map.of("properties.sasl.password", CANARY));
        LeatException error = assertThrows(LeatException.class, () -> connector.validate(table));
        assertEquals(
                "a name or password for SASL is given, but 'properties.security.protocol' is PLAINTEXT",
                error.getMessage());
        assertSilent(error);
    }

    @Test
    void theDoorsOfTheClientAreClosed() {
        ClientProperties.of(KafkaTables.raw(Map.of())).consumer(java.util.Optional.empty());
        assertEquals("none", System.getProperty(ClientHardening.CONFIG_PROVIDERS));
        assertTrue(System.getProperty(ClientHardening.LOGIN_MODULES).contains("JndiLoginModule"));
    }

    @Test
    void noErrorSaysASecret() {
        List<Map<String, String>> broken = List.of(
                KafkaTables.with(LOGIN, "properties.bootstrap.servers", "127.0.0.1:1"),
                KafkaTables.with(LOGIN, "properties.bootstrap.servers", CANARY),
                KafkaTables.with(LOGIN, "properties.sasl.mechanism", "GSSAPI"),
                KafkaTables.with(LOGIN, "properties.isolation.level", CANARY),
                KafkaTables.with(LOGIN, "properties.sasl.password", CANARY + "\n"),
                Map.of(
                        "properties.security.protocol", "SSL",
                        "properties.ssl.truststore.location", "/nowhere",
                        "properties.ssl.truststore.password", CANARY),
                Map.of("properties.sasl.jaas.config", CANARY));
        for (Map<String, String> options : broken) {
            TableDefinition table =
                    KafkaTables.raw(KafkaTables.with(options, "properties.default.api.timeout.ms", "300"));
            assertSilent(assertThrows(
                    LeatException.class, () -> connector.openSource(table, SourceRange.ALL, sourceContext())));
        }
    }

    @Test
    void nothingPrintsASecret() {
        TableDefinition table = KafkaTables.raw(LOGIN);
        assertFalse(KafkaTable.append(table).toString().contains(CANARY));
        assertFalse(ClientProperties.of(table).toString().contains(CANARY));
        TableDefinition far = KafkaTables.raw(KafkaTables.with(LOGIN, "properties.max.block.ms", "200"));
        SinkContext context = new SinkContext(Clock.system(), Limits.DEFAULT, Path.of("."), line -> {});
        assertSilent(assertThrows(LeatException.class, () -> connector.openSink(far, context)));
    }

    private static SourceContext sourceContext() {
        return new SourceContext(Clock.system(), Limits.DEFAULT, Path.of("."));
    }

    private static void assertSilent(LeatException error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        assertFalse(ErrorText.render(error, "").contains(CANARY), error.getMessage());
        assertFalse(trace.toString().contains(CANARY), trace.toString());
    }
}
