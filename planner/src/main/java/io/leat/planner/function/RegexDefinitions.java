package io.leat.planner.function;

import static org.apache.calcite.sql.type.SqlTypeFamily.CHARACTER;
import static org.apache.calcite.sql.type.SqlTypeFamily.INTEGER;
import static org.apache.calcite.sql.type.SqlTypeName.BOOLEAN;
import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;

import io.leat.planner.function.runtime.RegexFunctions;
import java.util.List;
import org.apache.calcite.sql.type.SqlTypeName;

/** Functions of regular expressions, in Java's syntax as in Flink. */
final class RegexDefinitions {

    private RegexDefinitions() {}

    static final List<FunctionDefinition> ALL = List.of(
            matches("REGEXP"),
            matches("REGEXP_LIKE"),
            matches("REGEXP_CONTAINS"),
            matches("REGEXP_MATCHES"),
            Definition.of("REGEXP_REPLACE")
                    .takes(CHARACTER, CHARACTER, CHARACTER)
                    .returns(VARCHAR)
                    .by(
                            RegexFunctions.class,
                            "replace",
                            "REGEXP_REPLACE(text, pattern, by)",
                            "Every match replaced; $1 is a group."),
            Definition.of("REGEXP_EXTRACT")
                    .takes(2, CHARACTER, CHARACTER, INTEGER)
                    .returnsOrNull(VARCHAR)
                    .translated(
                            "REGEXP_EXTRACT(text, pattern [, group])",
                            "The first match or a group of it; NULL if there is none."),
            Definition.of("REGEXP_SUBSTR")
                    .takes(CHARACTER, CHARACTER)
                    .returnsOrNull(VARCHAR)
                    .translated("REGEXP_SUBSTR(text, pattern)", "The first match; NULL if there is none."),
            Definition.of("REGEXP_COUNT")
                    .takes(CHARACTER, CHARACTER)
                    .returns(SqlTypeName.INTEGER)
                    .by(RegexFunctions.class, "count", "REGEXP_COUNT(text, pattern)", "How many matches."),
            Definition.of("REGEXP_INSTR")
                    .takes(CHARACTER, CHARACTER)
                    .returns(SqlTypeName.INTEGER)
                    .by(
                            RegexFunctions.class,
                            "position",
                            "REGEXP_INSTR(text, pattern)",
                            "Where the first match begins, or 0."));

    private static FunctionDefinition matches(String name) {
        return Definition.of(name)
                .takes(CHARACTER, CHARACTER)
                .returns(BOOLEAN)
                .by(RegexFunctions.class, "matches", name + "(text, pattern)", "Whether the pattern is found in it.");
    }
}
