package io.leat.planner.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.planner.type.LeatTypeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.junit.jupiter.api.Test;

class FunctionCatalogTest {
    private static final String CASES = "/io/leat/planner/expression/expressions.txt";

    @Test
    void everyFunctionIsDescribedOnce() {
        List<FunctionInfo> functions = FunctionCatalog.functions();
        Set<String> names = new HashSet<>();
        for (FunctionInfo function : functions) {
            assertTrue(names.add(function.name()), () -> function.name() + " is there twice");
            assertFalse(function.signature().contains("OVER ("), () -> function.name() + " is refused");
            assertFalse(function.description().isBlank(), function.name());
            assertTrue(function.signature().startsWith(function.name()), function.signature());
        }
        assertTrue(functions.size() > 150, "only " + functions.size());
    }

    @Test
    void everyScalarFunctionHasACase() throws IOException {
        String cases;
        try (InputStream stream = FunctionCatalogTest.class.getResourceAsStream(CASES)) {
            cases = new String(stream.readAllBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        }
        List<String> without = FunctionCatalog.functions().stream()
                .filter(function -> !function.description().startsWith("Aggregate:"))
                .map(FunctionInfo::name)
                .filter(name -> !Pattern.compile("\\b" + name.toLowerCase(Locale.ROOT) + "\\b")
                        .matcher(cases)
                        .find())
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void everyMethodIsThere() {
        for (FunctionDefinition definition : FunctionCatalog.definitions()) {
            definition
                    .method()
                    .ifPresent(binding -> assertTrue(
                            Arrays.stream(binding.owner().getMethods())
                                    .anyMatch(method -> method.getName().equals(binding.method())),
                            definition.name()));
        }
    }

    @Test
    void anUnknownNameIsMeantForSomething() {
        assertEquals("did you mean \"LENGTH\"? SHOW FUNCTIONS lists all.", FunctionCatalog.hintFor("lenght"));
        assertEquals("SHOW FUNCTIONS lists all functions.", FunctionCatalog.hintFor("frobnicate"));
    }

    @Test
    void theTableIsMadeOnce() {
        RelDataTypeFactory types = new LeatTypeFactory();
        assertEquals(StandardCharsets.UTF_8, types.getDefaultCharset());
        assertTrue(OperatorTable.instance() == OperatorTable.instance());
    }
}
