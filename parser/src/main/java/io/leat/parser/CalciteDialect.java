package io.leat.parser;

import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImpl;
import org.apache.calcite.sql.validate.SqlConformance;
import org.apache.calcite.sql.validate.SqlConformanceEnum;

/**
 * The one place that says how Calcite is set up to read our dialect, so that the parser and the planner's validator
 * agree.
 *
 * <p>Babel's parser is used because it takes nearly every word as a column name ({@code value}, {@code day}, ...) and
 * reads {@code x::type} and {@code SELECT * EXCLUDE (...)}. Names keep their case and compare case-insensitively.
 */
public final class CalciteDialect {
    private static final int IDENTIFIER_CHARACTERS = 256;

    /** LENIENT lets GROUP BY take aliases and ordinals. */
    public static final SqlConformance CONFORMANCE = SqlConformanceEnum.LENIENT;

    /** Whether names differ by case alone. */
    public static final boolean CASE_SENSITIVE = false;

    /** How queries and expressions are read. */
    public static final SqlParser.Config PARSER = SqlParser.config()
            .withParserFactory(SqlBabelParserImpl.FACTORY)
            .withQuoting(Quoting.DOUBLE_QUOTE)
            .withUnquotedCasing(Casing.UNCHANGED)
            .withQuotedCasing(Casing.UNCHANGED)
            .withCaseSensitive(CASE_SENSITIVE)
            .withConformance(CONFORMANCE)
            .withIdentifierMaxLength(IDENTIFIER_CHARACTERS);

    private CalciteDialect() {}
}
