package io.leat.planner.function;

import io.leat.core.error.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to call: for SHOW FUNCTIONS, for suggestions, and for the translation of calls to methods. */
public final class FunctionCatalog {

    /** Functions of other databases that are taken as Calcite validates them, because it rewrites them or we know how. */
    static final Set<String> LIBRARY_FUNCTIONS = Set.of("ILIKE", "SAFE_CAST", "DATE_PART");

    /** Functions of the standard's table that nothing here can compute. */
    static final Set<String> WITHDRAWN = Set.of(
            "CURRENT_USER",
            "SESSION_USER",
            "SYSTEM_USER",
            "USER",
            "CURRENT_ROLE",
            "CURRENT_PATH",
            "CURRENT_CATALOG",
            "CURRENT_SCHEMA",
            "TYPEOF",
            "VARIANTNULL",
            "CONVERT",
            "JSON_INSERT",
            "JSON_REPLACE",
            "JSON_SET",
            "JSON_REMOVE",
            "JSON_STORAGE_SIZE",
            "LEFTSHIFT",
            "BITCOUNT");

    private static final List<FunctionDefinition> DEFINITIONS = Stream.of(
                    TextDefinitions.ALL,
                    RegexDefinitions.ALL,
                    NumberDefinitions.all(),
                    TimeDefinitions.ALL,
                    ClockDefinitions.ALL,
                    ConditionDefinitions.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, FunctionDefinition> BY_NAME = new TreeMap<>(DEFINITIONS.stream()
            .collect(Collectors.toMap(definition -> definition.name().toUpperCase(Locale.ROOT), d -> d)));

    private FunctionCatalog() {}

    /** The functions of our own. */
    static List<FunctionDefinition> definitions() {
        return DEFINITIONS;
    }

    static Set<String> definedNames() {
        return BY_NAME.keySet();
    }

    /** The method that computes a function of ours, if a method does. */
    public static Optional<MethodBinding> method(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT))).flatMap(FunctionDefinition::method);
    }

    /** Everything that can be called, by name. */
    public static List<FunctionInfo> functions() {
        List<FunctionInfo> all = new ArrayList<>(StandardFunctions.ALL);
        DEFINITIONS.forEach(d -> all.add(d.info()));
        all.sort(Comparator.comparing(FunctionInfo::name));
        return all;
    }

    /** The hint for a name that nobody knows: what was probably meant, and where to look. */
    public static String hintFor(String unknown) {
        Collection<String> names =
                functions().stream().map(FunctionInfo::name).distinct().toList();
        return Suggestions.nearest(unknown.toUpperCase(Locale.ROOT), names)
                .map(name -> "did you mean \"" + name + "\"? SHOW FUNCTIONS lists all.")
                .orElse("SHOW FUNCTIONS lists all functions.");
    }
}
