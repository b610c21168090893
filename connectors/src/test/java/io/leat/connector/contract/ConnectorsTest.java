package io.leat.connector.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ConnectorsTest {

    private static List<Connector> connectors() {
        return ServiceLoader.load(Connector.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    @Test
    void allAreFound() {
        List<String> names = connectors().stream().map(Connector::name).sorted().toList();
        assertEquals(List.of("blackhole", "datagen", "filesystem", "kafka", "nexmark", "print", "upsert-kafka"), names);
    }

    @Test
    void everyOptionIsListedOnceAndExplained() {
        for (Connector connector : connectors()) {
            List<ConnectorOption> options = connector.options();
            assertEquals(
                    options.size(),
                    options.stream().map(ConnectorOption::key).distinct().count(),
                    connector.name());
            assertTrue(options.stream().noneMatch(option -> option.description().isBlank()), connector.name());
        }
    }
}
