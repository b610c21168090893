package io.leat.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.MetadataColumn;
import io.leat.engine.run.TableOptions;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of options are what the connectors list. */
class ConnectorPagesTest {
    private static final String PAGE = "docs/connectors.md";
    private static final String KAFKA_PAGE = "docs/kafka.md";
    private static final Pattern OF_FORMAT = Pattern.compile("(?:key\\.|value\\.)?((?:json|csv|raw)\\..*)");

    @ParameterizedTest
    @ValueSource(strings = {"filesystem", "datagen", "nexmark", "print", "blackhole"})
    void everyOptionIsDocumentedWithItsDefault(String name) throws IOException {
        List<ConnectorOption> own = connector(name).options().stream()
                .filter(option -> !isOfFormat(option))
                .toList();
        assertDocumented(own, Pages.section(PAGE, "## " + name));
    }

    @Test
    void theOptionsOfEveryTableAreDocumented() throws IOException {
        assertDocumented(TableOptions.ALL, Pages.section(PAGE, "## Options of every connector's tables"));
    }

    @Test
    void theOptionsOfFormatsAreDocumentedOnce() throws IOException {
        List<ConnectorOption> ofFormats = connector("filesystem").options().stream()
                .filter(ConnectorPagesTest::isOfFormat)
                .toList();
        assertDocumented(
                ofFormats,
                Pages.section(PAGE, "### json") + Pages.section(PAGE, "### csv") + Pages.section(PAGE, "### raw"));
        Set<String> known = keys(ofFormats, ConnectorOption::key);
        for (String kafka : List.of("kafka", "upsert-kafka")) {
            List<ConnectorOption> others = connector(kafka).options().stream()
                    .filter(ConnectorPagesTest::isOfFormat)
                    .toList();
            assertTrue(known.containsAll(keys(others, ConnectorPagesTest::withoutPrefix)), kafka);
        }
    }

    @Test
    void everyOptionOfKafkaIsDocumented() throws IOException {
        Set<String> documented = new TreeSet<>(firstCells(Pages.section(KAFKA_PAGE, "## Reading")));
        documented.addAll(firstCells(Pages.section(KAFKA_PAGE, "## Writing")));
        documented.addAll(firstCells(Pages.section(KAFKA_PAGE, "## Properties of the client")));
        documented.add("properties.*"); // stands for what is refused
        assertEquals(keys(notOfFormats("kafka"), ConnectorOption::key), documented);
        assertTrue(documented.containsAll(keys(notOfFormats("upsert-kafka"), ConnectorOption::key)));
    }

    @Test
    void metadataColumnsAreDocumented() throws IOException {
        List<String> files = Pages.code(Pages.section(PAGE, "## filesystem"));
        connector("filesystem").metadata().forEach(column -> assertTrue(files.contains(column.key()), column::key));
        List<String> kafka = Pages.code(Pages.section(KAFKA_PAGE, "## Reading"));
        for (MetadataColumn column : connector("kafka").metadata()) {
            assertTrue(kafka.contains(column.key()), column::key);
        }
    }

    @Test
    void everyConnectorHasASection() throws IOException {
        String text = Pages.text(PAGE);
        for (Connector connector : ServiceLoader.load(Connector.class)) {
            assertTrue(text.contains("`" + connector.name() + "`"), connector::name);
        }
    }

    private static void assertDocumented(List<ConnectorOption> options, String section) {
        assertEquals(keys(options, ConnectorOption::key), new TreeSet<>(firstCells(section)));
        for (List<String> row : Pages.tableRows(section)) {
            for (String key : Pages.code(row.get(0))) {
                options.stream()
                        .filter(option -> option.key().equals(key))
                        .forEach(option -> assertEquals(standing(option), row.get(1), key));
            }
        }
    }

    /** What the column of defaults has to say. */
    private static String standing(ConnectorOption option) {
        String text = option.defaultValue().map(value -> "`" + value + "`").orElse("");
        return option.required() ? "required" : text;
    }

    private static List<String> firstCells(String section) {
        return Pages.tableRows(section).stream()
                .flatMap(row -> Pages.code(row.get(0)).stream())
                .toList();
    }

    private static Set<String> keys(List<ConnectorOption> options, Function<ConnectorOption, String> key) {
        return options.stream().map(key).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<ConnectorOption> notOfFormats(String connector) {
        return connector(connector).options().stream()
                .filter(option -> !isOfFormat(option))
                .toList();
    }

    private static boolean isOfFormat(ConnectorOption option) {
        return OF_FORMAT.matcher(option.key()).matches();
    }

    private static String withoutPrefix(ConnectorOption option) {
        return OF_FORMAT.matcher(option.key()).replaceFirst("$1");
    }

    private static Connector connector(String name) {
        return ServiceLoader.load(Connector.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(connector -> connector.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
