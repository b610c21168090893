package io.leat.engine.run;

import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The connectors that there are: those that {@link ServiceLoader} finds, and those that the embedding program adds. */
public final class ConnectorRegistry {
    private final Map<String, Connector> byName = new TreeMap<>();

    /**
     * Finds the connectors beside Leat itself, and those that the thread's context loader sees, where applications bring
     * their own; the ones given come before found ones of the same name.
     */
    public ConnectorRegistry(List<Connector> added) {
        find(ServiceLoader.load(Connector.class, Connector.class.getClassLoader()));
        find(ServiceLoader.load(Connector.class));
        added.forEach(connector -> byName.put(connector.name(), connector));
    }

    private void find(ServiceLoader<Connector> loader) {
        try {
            loader.forEach(connector -> byName.putIfAbsent(connector.name(), connector));
        } catch (ServiceConfigurationError e) {
            throw LeatException.of(ErrorCode.INVALID_OPTION, "a connector on the class path cannot be loaded", e)
                    .detail(e.getMessage());
        }
    }

    /** All connectors, by name. */
    public List<Connector> all() {
        return List.copyOf(byName.values());
    }

    /**
     * The connector of a table that has one.
     *
     * @throws LeatException INVALID_OPTION with the nearest name
     */
    public Connector require(TableDefinition table) {
        String name = table.connector().orElse("");
        Connector connector = byName.get(name);
        if (connector == null) {
            throw LeatException.of(ErrorCode.INVALID_OPTION, "there is no connector '" + name + "'")
                    .hint(Suggestions.didYouMean(name, byName.keySet(), "Connectors: "));
        }
        return connector;
    }

    /** All options that a table of a connector may have, the engine's own among them. */
    public static List<ConnectorOption> options(Connector connector) {
        List<ConnectorOption> options = new ArrayList<>(connector.options());
        for (ConnectorOption own : TableOptions.ALL) {
            if (connector.options().stream().noneMatch(option -> option.key().equals(own.key()))) {
                options.add(own);
            }
        }
        return options;
    }
}
