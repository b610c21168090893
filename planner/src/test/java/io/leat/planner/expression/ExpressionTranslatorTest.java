package io.leat.planner.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.parser.SqlParseException;
import org.junit.jupiter.api.Test;

class ExpressionTranslatorTest {
    private static final Instant NOW = Instant.parse("2026-02-03T23:30:00Z");

    private final ExpressionTester tester = new ExpressionTester(TranslationContext.at(NOW));

    private String shape(String sql) throws SqlParseException {
        return tester.translate(sql).toString();
    }

    @Test
    void conversionsAreSpelledOut() throws SqlParseException {
        assertEquals("PLUS(CAST($0 AS BIGINT), $1):BIGINT", shape("i + l"));
        assertEquals("GREATER($2, 12.0:DOUBLE NOT NULL):BOOLEAN", shape("d > 12"));
        assertEquals("EQUALS($4, 'x':STRING NOT NULL):BOOLEAN", shape("s = 'x'"));
        assertEquals("TIMES($3, 2:DECIMAL(10, 0) NOT NULL):DECIMAL(21, 2)", shape("n * 2"));
    }

    @Test
    void aConversionThatOnlyForbidsNullIsLeftOut() throws SqlParseException {
        assertEquals(
                "CASE(IS_NOT_NULL($0):BOOLEAN NOT NULL, $0, 0:INT NOT NULL):INT NOT NULL", shape("coalesce(i, 0)"));
    }

    @Test
    void setsBecomeListsAndRangesComparisons() throws SqlParseException {
        assertEquals("IN($0, 1:INT NOT NULL, 2:INT NOT NULL):BOOLEAN", shape("i in (1, 2)"));
        assertEquals("NOT(IN($0, 1:INT NOT NULL, 2:INT NOT NULL):BOOLEAN):BOOLEAN", shape("i not in (1, 2)"));
        assertEquals(
                "AND(GREATER_OR_EQUAL($0, 1:INT NOT NULL):BOOLEAN, LESS_OR_EQUAL($0, 3:INT NOT NULL):BOOLEAN):BOOLEAN",
                shape("i between 1 and 3"));
    }

    @Test
    void parametersTakeTheTypeOfTheirPlace() {
        List<Object> values = Arrays.asList(7, "Hello%", null, new BigDecimal("12.340"), NOW);
        TranslationContext context = new TranslationContext(values, NOW, ZoneOffset.UTC, Limits.DEFAULT);
        assertEquals("true", new ExpressionTester(context).value("i = ? and s like ? and i is distinct from ?"));
        assertEquals(
                "true", new ExpressionTester(context).value("i = ? and s like ? and i is distinct from ? and n = ?"));
        assertEquals("ERROR INVALID_PARAMETER parameter 1 has no value", tester.value("i = ?"));
    }

    @Test
    void timesFollowTheZoneOfTheSession() {
        TranslationContext context = new TranslationContext(List.of(), NOW, ZoneId.of("Europe/Berlin"), Limits.DEFAULT);
        ExpressionTester berlin = new ExpressionTester(context);
        assertEquals("2026-01-31T11:15:30.123", berlin.value("cast(ltz as timestamp)"));
        assertEquals("2026-01-31T09:15:30.123Z", berlin.value("cast(ts as timestamp_ltz)"));
        assertEquals("2026-01-30T23:00:00Z", berlin.value("floor(ltz to day)"));
        assertEquals("11", berlin.value("hour(ltz)"));
        assertEquals("false", berlin.value("ts = ltz"));
        assertEquals("2026-02-04", berlin.value("current_date"));
        assertEquals(LocalDateTime.parse("2026-02-04T00:30").toString(), berlin.value("localtimestamp"));
        assertEquals("1970-01-01 01:00:00", berlin.value("from_unixtime(0)"));
        assertEquals("-3600", berlin.value("unix_timestamp('1970-01-01 00:00:00')"));
        assertEquals("2026-01-31 11:15", berlin.value("date_format(ltz, 'yyyy-MM-dd HH:mm')"));
    }

    @Test
    void aDeepExpressionIsRefused() {
        String deep = "i" + " + 1".repeat(300);
        assertEquals("ERROR TOO_COMPLEX an expression nests deeper than 200 levels", tester.value(deep));
    }

    @Test
    void whatDiffersFromRunToRunIsKnown() throws SqlParseException {
        assertEquals(Optional.of("RAND"), Volatility.nondeterministic(tester.rex("i + rand() * 2")));
        assertEquals(Optional.of("NOW"), Volatility.timeDependent(tester.rex("ltz < now()")));
        assertEquals(Optional.of("CURRENT_DATE"), Volatility.timeDependent(tester.rex("dt < current_date")));
        assertEquals(Optional.empty(), Volatility.timeDependent(tester.rex("year(dt)")));
        assertEquals(Optional.empty(), Volatility.nondeterministic(tester.rex("md5(s)")));
    }

    @Test
    void aRandomFunctionIsRefusedWithAWayOut() {
        LeatException error = assertThrows(LeatException.class, () -> tester.translate("rand()"));
        assertEquals(ErrorCode.UNSUPPORTED, error.code());
        assertTrue(error.hint().orElseThrow().contains("digest"));
    }
}
