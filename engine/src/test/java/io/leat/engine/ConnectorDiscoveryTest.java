package io.leat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.error.ErrorCode;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connectors are found where Leat is and where the application is. */
class ConnectorDiscoveryTest {
    @TempDir
    Path directory;

    /** A connector that only the application's class loader names. */
    public static final class Brought implements Connector {
        @Override
        public String name() {
            return "brought";
        }

        @Override
        public List<ConnectorOption> options() {
            return List.of();
        }
    }

    private List<String> connectors(String provider) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(Connector.class.getName()), provider);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        URL[] application = {directory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(application, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            try (Leat leat = Leat.open()) {
                return leat.session().connectorNames();
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void theApplicationsConnectorsAreFoundBesideLeatsOwn() throws IOException {
        List<String> names = connectors(Brought.class.getName());
        assertTrue(names.containsAll(List.of("brought", "filesystem", "datagen", "kafka")), names::toString);
    }

    @Test
    void aConnectorThatCannotBeLoadedIsAnError() {
        assertEquals(
                "a connector on the class path cannot be loaded",
                Answers.fails(ErrorCode.INVALID_OPTION, () -> connectors("no.such.Provider"))
                        .getMessage());
    }
}
